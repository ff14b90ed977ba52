package firedrill.scoring.decision;

import static firedrill.scoring.decision.ReasonPhrases.confirmedFraud;
import static firedrill.scoring.decision.ReasonPhrases.count;
import static firedrill.scoring.decision.ReasonPhrases.dollars;
import static firedrill.scoring.decision.ReasonPhrases.firstUsed;
import static firedrill.scoring.decision.ReasonPhrases.others;
import static firedrill.scoring.decision.ReasonPhrases.percent;
import static firedrill.scoring.decision.ReasonPhrases.sigma;
import static firedrill.scoring.decision.ReasonPhrases.since;
import static firedrill.scoring.decision.ReasonPhrases.times;

import firedrill.scoring.feature.Feature;
import java.util.Locale;

/** Values of a user's features in words: a part of {@link ReasonPhrases}. */
final class UserReasonPhrases {

    static String of(Feature feature, double value, boolean order) {
        return switch (feature) {
            case MINUTES_SINCE_CREDENTIAL_CHANGE ->
                since(value, "two-factor or password changed ", "no change of two-factor or password within a week");
            case MINUTES_SINCE_SIM_CHANGE -> since(value, "phone's SIM card changed ", "no new SIM card within a week");
            case MINUTES_SINCE_API_KEY_MADE -> since(value, "API key made ", "no API key made within a week");
            case MINUTES_SINCE_DEVICE_FIRST_USED -> firstUsed(value, "device");
            case MINUTES_SINCE_ADDRESS_FIRST_USED ->
                order ? "no address, the money stays" : firstUsed(value, "address");
            case MINUTES_SINCE_NETWORK_FIRST_USED -> firstUsed(value, "network");
            case MINUTES_SINCE_SYMBOL_FIRST_TRADED ->
                order ? firstUsed(value, "market") : "no market, nothing is traded";
            case MINUTES_SINCE_API_KEY_USED -> since(value, "API key last used ", "API key not used within a week");
            case MINUTES_SINCE_KEY_ON_NETWORK -> firstUsed(value, "API key on this network");
            case MINUTES_SINCE_DEPOSIT -> since(value, "last deposit ", "no deposit within a week");
            case FUNDING_AGE_MINUTES ->
                since(value, "sender of the last deposit first paid ", "sender of the last deposit known for a week");
            case LAST_LOGIN_FACTOR -> "last login with " + factor(value);
            case WITHDRAWALS_1H -> count(value, "earlier withdrawal") + " within an hour";
            case LOGINS_1H -> count(value, "login") + " within an hour";
            case ORDERS_1M -> count(value, "order") + " within a minute";
            case BAND_WITHDRAWALS_24H -> count(value, "withdrawal") + " just under a limit within a day";
            case BUNCHING_7D ->
                "withdrawals bunch under limits this week, by " + String.format(Locale.ROOT, "%.1f", value);
            case ADDRESSES_24H -> "withdrew to " + others(value) + " of the user's addresses within a day";
            default -> ofMoney(feature, value);
        };
    }

    private static String ofMoney(Feature feature, double value) {
        return switch (feature) {
            case WITHDRAWN_USD_24H -> dollars(value) + " already withdrawn within a day";
            case WITHDRAWN_USD_30D -> dollars(value) + " already withdrawn within 30 days";
            case AMOUNT_Z_IN_MARKET ->
                sigma(value) + (value < 0 ? " below" : " above") + " the user's usual amount in such a market";
            case DEPOSITED_USD_24H -> dollars(value) + " deposited within a day";
            case TRADED_USD_24H -> dollars(value) + " traded within a day";
            case SOLD_USD_1H -> dollars(value) + " sold within an hour";
            case OPPOSITE_RESTING_USD_5M -> dollars(value) + " of own orders on the other side within five minutes";
            case AMOUNT_TO_USUAL -> times(value, "the user's usual amount");
            case AMOUNT_TO_LARGEST -> times(value, "the user's largest amount");
            case PASS_THROUGH_24H -> times(value, "what was deposited") + " withdrawn within a day";
            case REVERSIBLE_SHARE -> percent(value) + " of what is held can be called back";
            case REWARD_SHARE_7D -> percent(value) + " of deposits are rewards";
            case NET_TO_GROSS_24H -> "position moved by " + percent(value) + " of what was traded within a day";
            case COUNTERPARTY_SHARE -> percent(value) + " of the last orders met the same user";
            case USER_CONFIRMED_SHARE -> confirmedFraud(value, "of the user's withdrawals and deposits");
            case HOUR_ODDNESS -> value > 1 ? "at an unusual hour" : "at the user's usual hour";
            default -> ReasonPhrases.genericPhrase(feature, value);
        };
    }

    private static String factor(double rank) {
        if (rank >= 3) {
            return "a security key";
        }
        if (rank >= 2) {
            return "an app as second factor";
        }
        return rank >= 1 ? "SMS as second factor" : "no second factor";
    }

    private UserReasonPhrases() {}
}
