package firedrill.scoring.decision;

import firedrill.scoring.feature.Feature;
import java.util.Locale;

/** What the value of a feature says, in the operator's words; one phrase per feature, true whatever the value is. */
final class Phrases {

    private static final double WEEK_MINUTES = 7 * 24 * 60;
    private static final double DAY_MINUTES = 24 * 60;
    private static final double HOUR_MINUTES = 60;
    /** Two of a unit are said in that unit: 100 minutes, not 1 hour. */
    private static final double AT_LEAST = 2;
    /** Where {@link Feature#DEVICE_USERS_7D} and {@link Feature#ADDRESS_USERS_7D} stop counting. */
    private static final double MOST_USERS = 15;

    /**
     * The phrase for {@code feature}.
     *
     * @param features the whole vector, shape {@code [Feature.COUNT]}
     */
    static String of(Feature feature, double[] features) {
        double value = feature.in(features);
        boolean order = Feature.IS_ORDER.in(features) != 0;
        return switch (feature) {
            case IS_ORDER -> order ? "is an order" : "is a withdrawal";
            case AMOUNT_USD -> "moves " + dollars(value);
            case DRAIN_FRACTION -> drain(value, order);
            case ACCOUNT_AGE_DAYS -> "account opened " + ago(value * DAY_MINUTES);
            case VOLATILITY_Z -> "volatility " + sigma(value) + (value < 0 ? " below" : " above") + " its usual level";
            case RETURN_Z -> "price " + (value < 0 ? "fell " : "rose ") + sigma(value) + " within an hour";
            case WITHDRAWALS_1H -> count(value, "earlier withdrawal") + " within an hour";
            case WITHDRAWN_USD_24H -> dollars(value) + " already withdrawn within a day";
            case AMOUNT_TO_USUAL -> String.format(Locale.ROOT, "%.1f times the user's usual amount", value);
            case MINUTES_SINCE_CREDENTIAL_CHANGE ->
                since(value, "two-factor or password changed ", "no change of two-factor or password within a week");
            case MINUTES_SINCE_DEVICE_FIRST_USED -> firstUsed(value, "device");
            case MINUTES_SINCE_ADDRESS_FIRST_USED ->
                order ? "no address, the money stays" : firstUsed(value, "address");
            case MINUTES_SINCE_DEPOSIT -> since(value, "last deposit ", "no deposit within a week");
            case SOLD_USD_1H -> dollars(value) + " sold within an hour";
            case LOGINS_1H -> count(value, "login") + " within an hour";
            case DEVICE_USERS_7D -> "device used by " + others(value) + " this week";
            case DEVICE_AGE_MINUTES -> firstSeen(value, "device");
            case ADDRESS_USERS_7D -> "address used by " + others(value) + " this week";
            case ADDRESS_AGE_MINUTES -> order ? "no address to be known" : firstSeen(value, "address");
            case ADDRESS_RECEIVED_USD_24H -> dollars(value) + " sent to the address within a day";
        };
    }

    private static String drain(double fraction, boolean order) {
        if (!order) {
            return "withdraws " + percent(fraction) + " of the balance";
        }
        return fraction > 0 ? "sells " + percent(fraction) + " of the coin held" : "buys, which drains nothing";
    }

    private static String firstUsed(double minutes, String what) {
        return minutes <= 0
                ? what + " never used by this user before"
                : since(minutes, what + " first used by this user ", what + " used by this user for a week or more");
    }

    private static String firstSeen(double minutes, String what) {
        return minutes <= 0
                ? what + " never seen before"
                : since(minutes, what + " first seen ", what + " known for a week or more");
    }

    private static String since(double minutes, String event, String longAgo) {
        return minutes >= WEEK_MINUTES ? longAgo : event + ago(minutes);
    }

    private static String ago(double minutes) {
        if (minutes >= AT_LEAST * DAY_MINUTES) {
            return count(Math.floor(minutes / DAY_MINUTES), "day") + " ago";
        }
        if (minutes >= AT_LEAST * HOUR_MINUTES) {
            return count(Math.floor(minutes / HOUR_MINUTES), "hour") + " ago";
        }
        return minutes < 1 ? "less than a minute ago" : count(Math.floor(minutes), "minute") + " ago";
    }

    private static String others(double users) {
        return users >= MOST_USERS ? "15 or more others" : count(users, "other");
    }

    private static String count(double value, String one) {
        long whole = Math.round(value);
        return (whole == 0 ? "no" : String.format(Locale.ROOT, "%,d", whole)) + " " + one + (whole == 1 ? "" : "s");
    }

    private static String dollars(double value) {
        return String.format(Locale.ROOT, "$%,.0f", value);
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
    }

    private static String sigma(double value) {
        return String.format(Locale.ROOT, "%.1f sigma", Math.abs(value));
    }

    private Phrases() {}
}
