package firedrill.scoring.decision;

import firedrill.scoring.feature.Feature;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reasons that the customer is shown. They are true and do not help to evade the controls.
 *
 * <p>Each stands for many features and names neither a number nor a limit. Features that would reveal how fraud is
 * detected map to {@link #ROUTINE_CHECK}.
 */
public enum CustomerReason {
    IDENTITY("We want to be sure that it is you."),
    UNUSUAL_ACTIVITY("This is unusual for your account."),
    RECENT_FUNDS("Some of the money in your account came in recently."),
    DESTINATION("We take a closer look at where this goes."),
    MARKET("The market is moving, and we check more while it does."),
    ROUTINE_CHECK("We check some requests before they go through.");

    private final String text;

    CustomerReason(String text) {
        this.text = text;
    }

    /** One sentence. */
    public String text() {
        return text;
    }

    /** The reason for a request whose probability {@code feature} raised; {@link #ROUTINE_CHECK} unless listed. */
    public static CustomerReason of(Feature feature) {
        return switch (feature) {
            case MINUTES_SINCE_CREDENTIAL_CHANGE,
                    MINUTES_SINCE_SIM_CHANGE,
                    MINUTES_SINCE_API_KEY_MADE,
                    MINUTES_SINCE_API_KEY_USED,
                    MINUTES_SINCE_KEY_ON_NETWORK,
                    MINUTES_SINCE_DEVICE_FIRST_USED,
                    MINUTES_SINCE_NETWORK_FIRST_USED,
                    LAST_LOGIN_FACTOR,
                    SECOND_FACTOR_MISSING,
                    LOGINS_1H,
                    DEVICE_AGE_MINUTES,
                    NETWORK_AGE_MINUTES -> IDENTITY;
            case VOLATILITY_Z, RETURN_Z, LIQUIDATED_SHARE, DEPTH_SHARE, FUNDING_BPS -> MARKET;
            default -> ofMoney(feature);
        };
    }

    private static CustomerReason ofMoney(Feature feature) {
        return switch (feature) {
            case AMOUNT_USD,
                    DRAIN_FRACTION,
                    AMOUNT_TO_USUAL,
                    AMOUNT_TO_LARGEST,
                    HOUR_ODDNESS,
                    WITHDRAWALS_1H,
                    WITHDRAWN_USD_24H,
                    WITHDRAWN_USD_30D,
                    AMOUNT_Z_IN_MARKET,
                    SOLD_USD_1H,
                    ORDERS_1M,
                    TRADED_USD_24H,
                    ACCOUNT_AGE_DAYS,
                    MINUTES_SINCE_SYMBOL_FIRST_TRADED -> UNUSUAL_ACTIVITY;
            case MINUTES_SINCE_DEPOSIT,
                    DEPOSITED_USD_24H,
                    PASS_THROUGH_24H,
                    REVERSIBLE_SHARE,
                    FUNDING_AGE_MINUTES,
                    SOURCE_AGE_MINUTES,
                    REWARD_SHARE_7D -> RECENT_FUNDS;
            case MINUTES_SINCE_ADDRESS_FIRST_USED,
                    ADDRESS_AGE_MINUTES,
                    ADDRESS_USERS_7D,
                    ADDRESS_USERS_1H,
                    ADDRESS_DEVICES_7D,
                    ADDRESS_RECEIVED_USD_24H,
                    ADDRESSES_24H -> DESTINATION;
            default -> ROUTINE_CHECK;
        };
    }

    /**
     * The reasons of {@code decision}, strongest first and each once; empty if the event was allowed.
     *
     * <p>Reasons of rules are for the operator only, because they reveal the rule.
     */
    public static List<CustomerReason> of(Decision decision) {
        if (!decision.action().isFriction()) {
            return List.of();
        }
        double[] features = decision.features().toArray();
        List<CustomerReason> reasons = decision.reasons().stream()
                .map(reason -> ofPhrase(reason, features))
                .distinct()
                .toList();
        return reasons.isEmpty() ? List.of(ROUTINE_CHECK) : reasons;
    }

    /** The reasons as sentences. */
    public static List<String> sentences(Decision decision) {
        return of(decision).stream().map(CustomerReason::text).toList();
    }

    /** Found by the feature's phrase, which is unique. */
    private static CustomerReason ofPhrase(String reason, double[] features) {
        return Stream.of(Feature.values())
                .filter(feature -> ReasonPhrases.of(feature, features).equals(reason))
                .map(CustomerReason::of)
                .findFirst()
                .orElse(ROUTINE_CHECK);
    }
}
