package firedrill.scoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.scoring.feature.Feature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the shipped rules are meant to catch, and whom they are meant to leave alone. */
class DefaultRulesTest {

    private static final RuleSet RULES = RuleSet.defaultRules();

    @Test
    void aDrainToANewAddressAfterACredentialChangeIsHeld() {
        assertThat(hit(withdrawal(9_000, 0.96)
                        .with(Feature.MINUTES_SINCE_CREDENTIAL_CHANGE, 22)
                        .with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)))
                .containsExactly("takeover-drain", "fresh-credentials-new-address", "large-drain");
        assertThat(RULES.rules().get(0).action()).isEqualTo(Action.HOLD);
    }

    @Test
    void theSameWhileTheMarketMovesIsChallenged() {
        assertThat(hit(withdrawal(9_000, 0.96)
                        .with(Feature.VOLATILITY_Z, 3)
                        .with(Feature.MINUTES_SINCE_CREDENTIAL_CHANGE, 22)
                        .with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)))
                .containsExactly("fresh-credentials-new-address", "large-drain");
        assertThat(action("fresh-credentials-new-address")).isEqualTo(Action.STEP_UP);
        assertThat(action("large-drain")).isEqualTo(Action.STEP_UP);
    }

    @Test
    void aWithdrawalWithoutASecondFactorIsBlocked() {
        assertThat(hit(withdrawal(50, 0.01).with(Feature.SECOND_FACTOR_MISSING, 1)))
                .containsExactly("no-second-factor");
        assertThat(action("no-second-factor")).isEqualTo(Action.BLOCK);
    }

    @Test
    void aDrainRightAfterANewSimCardIsHeld() {
        assertThat(hit(withdrawal(4_000, 0.5)
                        .with(Feature.MINUTES_SINCE_SIM_CHANGE, 90)
                        .with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)))
                .containsExactly("new-sim-drain");
    }

    @Test
    void aWithdrawalOfReversibleDepositsIsLimited() {
        assertThat(hit(withdrawal(900, 0.9)
                        .with(Feature.REVERSIBLE_SHARE, 0.9)
                        .with(Feature.FUNDING_AGE_MINUTES, 40)
                        .with(Feature.ACCOUNT_AGE_DAYS, 2)))
                .containsExactly("reversible-money-leaves");
    }

    @Test
    void rewardsOfManyAccountsToOneAddressAreLimited() {
        assertThat(hit(withdrawal(80, 1)
                        .with(Feature.REWARD_SHARE_7D, 0.8)
                        .with(Feature.ADDRESS_USERS_7D, 15)
                        .with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)))
                .containsExactly("reward-farm");
    }

    @Test
    void aDormantApiKeyOnANewNetworkThatOverpaysIsBlocked() {
        assertThat(hit(order(4_000)
                        .with(Feature.BY_API_KEY, 1)
                        .with(Feature.MINUTES_SINCE_KEY_ON_NETWORK, 0)
                        .with(Feature.MINUTES_SINCE_API_KEY_USED, 10_080)
                        .with(Feature.MARKET_OFF_BPS, 900)))
                .containsExactly("stolen-key");
    }

    @Test
    void aPartOfTheBalanceToANewAddressAfterACredentialChangeIsChallenged() {
        assertThat(hit(withdrawal(1_500, 0.2)
                        .with(Feature.MINUTES_SINCE_CREDENTIAL_CHANGE, 3_000)
                        .with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 5)))
                .containsExactly("fresh-credentials-new-address");
    }

    @Test
    void anUnusuallyLargeWithdrawalFromANewDeviceToANewAddressIsChallenged() {
        assertThat(hit(withdrawal(4_000, 0.5)
                        .with(Feature.MINUTES_SINCE_DEVICE_FIRST_USED, 12)
                        .with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)
                        .with(Feature.AMOUNT_TO_USUAL, 6)))
                .containsExactly("new-device-large-to-new-address");
    }

    @Test
    void anAddressThatSeveralUsersBeganToSendToMeansAChallenge() {
        assertThat(hit(withdrawal(1_300, 0.5)
                        .with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)
                        .with(Feature.ADDRESS_USERS_7D, 3)
                        .with(Feature.ADDRESS_AGE_MINUTES, 600)))
                .containsExactly("shared-address");
    }

    @Test
    void aSharedDeviceThatIsNewToTheUserIsChallenged() {
        assertThat(hit(order(2_000)
                        .with(Feature.MINUTES_SINCE_DEVICE_FIRST_USED, 0)
                        .with(Feature.DEVICE_USERS_7D, 4)))
                .containsExactly("shared-new-device");
    }

    @Test
    void manyWithdrawalsThatAreLargeTogetherAreChallenged() {
        assertThat(hit(withdrawal(4_000, 0.2).with(Feature.WITHDRAWALS_1H, 3).with(Feature.WITHDRAWN_USD_24H, 7_000)))
                .containsExactly("rapid-withdrawals");
    }

    @Test
    void sellingOutFromANewDeviceAfterACredentialChangeIsChallenged() {
        assertThat(hit(order(9_000)
                        .with(Feature.DRAIN_FRACTION, 1)
                        .with(Feature.MINUTES_SINCE_CREDENTIAL_CHANGE, 10)
                        .with(Feature.MINUTES_SINCE_DEVICE_FIRST_USED, 8)))
                .containsExactly("sell-out-after-credential-change");
    }

    @Test
    void takingEverythingToANewAddressIsChallenged() {
        assertThat(hit(withdrawal(20_000, 1).with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)))
                .containsExactly("large-drain");
    }

    @Test
    void anOrdinaryOrderOrWithdrawalMatchesNoRule() {
        assertThat(hit(order(20_000))).isEmpty();
        assertThat(hit(withdrawal(20_000, 1))).isEmpty();
        assertThat(hit(withdrawal(800, 0.3).with(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, 0)))
                .isEmpty();
    }

    private static Action action(String rule) {
        return RULES.rules().stream()
                .filter(candidate -> candidate.name().equals(rule))
                .findFirst()
                .orElseThrow()
                .action();
    }

    /** A vector in the making: every other feature is at its missing value. */
    private record Case(Map<Feature, Double> known) {

        Case with(Feature feature, double value) {
            Map<Feature, Double> more = new EnumMap<>(known);
            more.put(feature, value);
            return new Case(more);
        }

        double[] vector() {
            double[] vector = new double[Feature.COUNT];
            for (Feature feature : Feature.values()) {
                vector[feature.ordinal()] = known.getOrDefault(feature, feature.missing());
            }
            return vector;
        }
    }

    private static Case withdrawal(double amountUsd, double drainFraction) {
        return new Case(new EnumMap<>(Feature.class))
                .with(Feature.AMOUNT_USD, amountUsd)
                .with(Feature.DRAIN_FRACTION, drainFraction);
    }

    private static Case order(double amountUsd) {
        return withdrawal(amountUsd, 0).with(Feature.IS_ORDER, 1);
    }

    private static List<String> hit(Case of) {
        long matches = RULES.matchMask(of.vector());
        return IntStream.range(0, RULES.rules().size())
                .filter(i -> (matches >> i & 1) != 0)
                .mapToObj(i -> RULES.rules().get(i).name())
                .toList();
    }
}
