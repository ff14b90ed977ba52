package firedrill.scoring.decision;

import firedrill.scoring.feature.Feature;
import java.util.Locale;

/** Feature values in the operator's words: one phrase per feature, valid for every value. */
final class ReasonPhrases {

    private static final double WEEK_MINUTES = 7 * 24 * 60;
    private static final double DAY_MINUTES = 24 * 60;
    private static final double HOUR_MINUTES = 60;
    /** Smallest count of a unit that is expressed in that unit: 100 minutes, not 1 hour. */
    private static final double MINIMUM_OF_UNIT = 2;
    /** Upper bound of exact distinct counts. */
    private static final double MAX_USERS = 15;
    /** Value from which sketched distinct counts are approximate. */
    private static final double MAX_EXACT_COUNT = 16;

    /**
     * The phrase for {@code feature}.
     *
     * @param features the whole vector, shape {@code [Feature.COUNT]}
     */
    static String of(Feature feature, double[] features) {
        double value = feature.valueIn(features);
        boolean order = Feature.IS_ORDER.valueIn(features) != 0;
        return switch (feature.entity()) {
            case EVENT -> ofEvent(feature, value, order);
            case MARKET -> ofMarket(feature, value);
            case USER -> UserReasonPhrases.of(feature, value, order);
            case DEVICE, NETWORK, SOURCE, ADDRESS, SYMBOL -> ofShared(feature, value, order);
        };
    }

    private static String ofEvent(Feature feature, double value, boolean order) {
        return switch (feature) {
            case IS_ORDER -> order ? "is an order" : "is a withdrawal";
            case AMOUNT_USD -> "moves " + dollars(value);
            case DRAIN_FRACTION -> drain(value, order);
            case ACCOUNT_AGE_DAYS -> "account opened " + ago(value * DAY_MINUTES);
            case ACCOUNT_TIER -> "account of tier " + (long) value + " of 0 to 3";
            case SECOND_FACTOR_MISSING -> value > 0 ? "no second factor in the log" : "second factor in the log";
            case JUST_UNDER_LIMIT -> (value > 0 ? "just" : "not just") + " under a reporting limit";
            case BY_API_KEY -> value > 0 ? "placed by a program" : "placed by hand";
            case MARKET_OFF_BPS -> points(value) + " worse than the middle price";
            case RESTS_OFF_BPS -> "rests " + points(value) + " from the best price";
            case CANCELLED_TO_AMOUNT -> times(value, "this order") + " cancelled within the last minute";
            default -> genericPhrase(feature, value);
        };
    }

    private static String ofMarket(Feature feature, double value) {
        return switch (feature) {
            case VOLATILITY_Z -> "volatility " + sigma(value) + (value < 0 ? " below" : " above") + " its usual level";
            case RETURN_Z -> "price " + (value < 0 ? "fell " : "rose ") + sigma(value) + " within an hour";
            case LIQUIDATED_SHARE -> percent(value) + " of open interest closed by force within an hour";
            case DEPTH_SHARE -> "order book at " + percent(value) + " of its usual depth";
            case FUNDING_BPS -> "funding at " + points(value);
            default -> genericPhrase(feature, value);
        };
    }

    private static String ofShared(Feature feature, double value, boolean order) {
        return switch (feature) {
            case DEVICE_USERS_7D -> "device used by " + otherUsers(value) + " this week";
            case DEVICE_AGE_MINUTES -> firstSeen(value, "device");
            case NETWORK_USERS_7D -> "network used by " + otherUsers(value) + " this week";
            case NETWORK_AGE_MINUTES -> order ? "network not looked up" : firstSeen(value, "network");
            case NETWORK_WITHDRAWALS_1H -> count(value, "withdrawal") + " from the network within an hour";
            case SOURCE_USERS_7D -> "sender of the last deposit paid " + otherUsers(value) + " this week";
            case SOURCE_AGE_MINUTES ->
                order ? "sender of the last deposit not looked up" : firstSeen(value, "sender of the last deposit");
            case ADDRESS_USERS_7D -> "address used by " + otherUsers(value) + " this week";
            case ADDRESS_DEVICES_7D -> "withdrawn to from " + otherDevices(value) + " this week";
            case ADDRESS_USERS_1H -> "address used by " + others(value) + " this hour";
            case ADDRESS_AGE_MINUTES -> order ? "no address to be known" : firstSeen(value, "address");
            case ADDRESS_RECEIVED_USD_24H -> dollars(value) + " sent to the address within a day";
            case SYMBOL_BUYERS_1M -> "coin bought by " + otherUsers(value) + " this minute";
            case DEVICE_CONFIRMED_SHARE -> confirmedFraud(value, "of this device's withdrawals");
            case NETWORK_CONFIRMED_SHARE -> confirmedFraud(value, "of this network's withdrawals");
            case SOURCE_CONFIRMED_SHARE -> confirmedFraud(value, "of what the sender of the last deposit paid");
            case ADDRESS_CONFIRMED_SHARE -> confirmedFraud(value, "of the withdrawals to this address");
            case ADDRESS_CLUSTER_USERS ->
                value > 0 ? "address tied to " + count(value, "user") : "address tied to nobody else";
            case ADDRESS_CLUSTER_EXCLUSIVITY ->
                percent(value) + " of what those tied to the address use is theirs alone";
            case ADDRESS_CLUSTER_CONFIRMED_SHARE -> confirmedFraud(value, "of those tied to the address");
            case ADDRESS_CLUSTER_AGE_MINUTES ->
                since(
                        value,
                        "users of the address tied together ",
                        "users of the address not tied together within a week");
            case SYMBOL_COUNTERPARTY_SHARE -> percent(value) + " of the coin's last buys met the same user";
            default -> genericPhrase(feature, value);
        };
    }

    /** For a feature without a phrase of its own. */
    static String genericPhrase(Feature feature, double value) {
        return String.format(Locale.ROOT, "%s is %,.2f (%s)", feature.label().replace('_', ' '), value, feature.unit());
    }

    private static String drain(double fraction, boolean order) {
        if (!order) {
            return "withdraws " + percent(fraction) + " of the balance";
        }
        return fraction > 0 ? "sells " + percent(fraction) + " of the coin held" : "buys, which drains nothing";
    }

    static String firstUsed(double minutes, String what) {
        return minutes <= 0
                ? what + " never used by this user before"
                : since(minutes, what + " first used by this user ", what + " used by this user for a week or more");
    }

    private static String firstSeen(double minutes, String what) {
        return minutes <= 0
                ? what + " never seen before"
                : since(minutes, what + " first seen ", what + " known for a week or more");
    }

    static String since(double minutes, String event, String longAgo) {
        return minutes >= WEEK_MINUTES ? longAgo : event + ago(minutes);
    }

    static String ago(double minutes) {
        if (minutes >= MINIMUM_OF_UNIT * DAY_MINUTES) {
            return count(Math.floor(minutes / DAY_MINUTES), "day") + " ago";
        }
        if (minutes >= MINIMUM_OF_UNIT * HOUR_MINUTES) {
            return count(Math.floor(minutes / HOUR_MINUTES), "hour") + " ago";
        }
        return minutes < 1 ? "less than a minute ago" : count(Math.floor(minutes), "minute") + " ago";
    }

    /** For a count that continues as a sketch. */
    private static String otherUsers(double users) {
        return (users > MAX_EXACT_COUNT ? "about " : "") + count(users, "other");
    }

    static String others(double users) {
        return users >= MAX_USERS ? "15 or more others" : count(users, "other");
    }

    private static String otherDevices(double devices) {
        return devices >= MAX_USERS ? "15 or more other devices" : count(devices, "other device");
    }

    static String confirmedFraud(double share, String what) {
        return share > 0 ? percent(share) + " " + what + " are known to be fraud" : "no fraud known " + what;
    }

    static String count(double value, String one) {
        long whole = Math.round(value);
        return (whole == 0 ? "no" : NumberText.whole(value)) + " " + one + (whole == 1 ? "" : "s");
    }

    static String dollars(double value) {
        return "$" + NumberText.whole(value);
    }

    static String percent(double fraction) {
        return NumberText.whole(100 * fraction) + " %";
    }

    static String sigma(double value) {
        return NumberText.tenths(Math.abs(value)) + " sigma";
    }

    private static String points(double value) {
        return NumberText.tenths(value) + " basis points";
    }

    static String times(double ratio, String what) {
        return NumberText.tenths(ratio) + " times " + what;
    }

    private ReasonPhrases() {}
}
