package firedrill.scoring.feature;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which features tell which fraud from honest life: what an expert would look at, never what a model is told.
 *
 * <p>The names of the frauds are those of {@code docs/glossary.md}. None of the features suffices by itself, and each has
 * honest users who look like it.
 */
final class Signs {

    private static final Map<String, Set<Feature>> OF = Map.ofEntries(
            Map.entry(
                    "account-takeover",
                    Set.of(
                            Feature.AMOUNT_USD,
                            Feature.DRAIN_FRACTION,
                            Feature.MINUTES_SINCE_CREDENTIAL_CHANGE,
                            Feature.MINUTES_SINCE_DEVICE_FIRST_USED,
                            Feature.MINUTES_SINCE_ADDRESS_FIRST_USED,
                            Feature.MINUTES_SINCE_NETWORK_FIRST_USED,
                            Feature.SOLD_USD_1H,
                            Feature.LOGINS_1H,
                            Feature.HOUR_ODDNESS,
                            Feature.DEVICE_AGE_MINUTES,
                            Feature.ADDRESS_AGE_MINUTES)),
            Map.entry("sim-swap", Set.of(Feature.MINUTES_SINCE_SIM_CHANGE, Feature.LAST_LOGIN_FACTOR)),
            Map.entry(
                    "control-bypass",
                    Set.of(Feature.SECOND_FACTOR_MISSING, Feature.ADDRESS_USERS_1H, Feature.NETWORK_WITHDRAWALS_1H)),
            Map.entry(
                    "social-engineering",
                    Set.of(
                            Feature.ADDRESS_USERS_7D,
                            Feature.ADDRESS_RECEIVED_USD_24H,
                            Feature.AMOUNT_TO_USUAL,
                            Feature.AMOUNT_TO_LARGEST,
                            Feature.MINUTES_SINCE_DEPOSIT)),
            Map.entry(
                    "mule-ring",
                    Set.of(
                            Feature.PASS_THROUGH_24H,
                            Feature.DEPOSITED_USD_24H,
                            Feature.MINUTES_SINCE_DEPOSIT,
                            Feature.DEVICE_USERS_7D,
                            Feature.NETWORK_USERS_7D,
                            Feature.ADDRESS_USERS_7D,
                            Feature.ACCOUNT_AGE_DAYS)),
            Map.entry(
                    "structuring",
                    Set.of(
                            Feature.JUST_UNDER_LIMIT,
                            Feature.BAND_WITHDRAWALS_24H,
                            Feature.ADDRESSES_24H,
                            Feature.WITHDRAWALS_1H,
                            Feature.WITHDRAWN_USD_24H)),
            Map.entry(
                    "api-key-theft",
                    Set.of(
                            Feature.BY_API_KEY,
                            Feature.MINUTES_SINCE_API_KEY_MADE,
                            Feature.MINUTES_SINCE_API_KEY_USED,
                            Feature.MINUTES_SINCE_KEY_ON_NETWORK,
                            Feature.MARKET_OFF_BPS,
                            Feature.COUNTERPARTY_SHARE,
                            Feature.SYMBOL_COUNTERPARTY_SHARE,
                            Feature.MINUTES_SINCE_SYMBOL_FIRST_TRADED,
                            Feature.ORDERS_1M)),
            Map.entry(
                    "promo-farming",
                    Set.of(
                            Feature.REWARD_SHARE_7D,
                            Feature.SOURCE_USERS_7D,
                            Feature.SOURCE_AGE_MINUTES,
                            Feature.NETWORK_AGE_MINUTES,
                            Feature.ADDRESS_USERS_7D)),
            Map.entry(
                    "deposit-fraud",
                    Set.of(
                            Feature.REVERSIBLE_SHARE,
                            Feature.FUNDING_AGE_MINUTES,
                            Feature.MINUTES_SINCE_DEPOSIT,
                            Feature.ACCOUNT_AGE_DAYS)),
            Map.entry(
                    "wash-trading",
                    Set.of(Feature.NET_TO_GROSS_24H, Feature.COUNTERPARTY_SHARE, Feature.TRADED_USD_24H)),
            Map.entry(
                    "spoofing",
                    Set.of(Feature.RESTS_OFF_BPS, Feature.CANCELLED_TO_AMOUNT, Feature.OPPOSITE_RESTING_USD_5M)),
            Map.entry(
                    "pump-and-dump",
                    Set.of(
                            Feature.SYMBOL_BUYERS_1M,
                            Feature.MINUTES_SINCE_SYMBOL_FIRST_TRADED,
                            Feature.MARKET_OFF_BPS)));

    private static final Map<Feature, Set<String>> FOR = turned();

    private static Map<Feature, Set<String>> turned() {
        Map<Feature, Set<String>> typologies = new EnumMap<>(Feature.class);
        OF.forEach((typology, features) -> features.forEach(feature ->
                typologies.computeIfAbsent(feature, none -> new TreeSet<>()).add(typology)));
        return typologies;
    }

    /** The typologies that {@code feature} helps to tell, sorted. */
    static Set<String> of(Feature feature) {
        return FOR.getOrDefault(feature, Set.of());
    }

    private Signs() {}
}
