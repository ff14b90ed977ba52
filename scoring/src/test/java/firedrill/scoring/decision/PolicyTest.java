package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.scoring.decision.Policy.Stake;
import firedrill.scoring.feature.Feature;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Policy POLICY = Policy.DEFAULT;
    private static final Market MARKET = new Market(0, 0, 6_000_000);

    /** Bayes minimum risk by hand: columns are losses of $200, $1,000, $5,000 and $50,000. */
    @Test
    void anActionThatStopsEverythingPaysFromThePublishedThreshold() {
        double[] losses = {200, 1_000, 5_000, 50_000};
        assertThresholds(25, losses, new double[] {0.111, 0.024, 0.005, 0.0005});
        assertThresholds(150, losses, new double[] {0.429, 0.130, 0.029, 0.003});
        assertThresholds(600, losses, new double[] {0.750, 0.375, 0.107, 0.012});
        assertThresholds(2_500, losses, new double[] {0.926, 0.714, 0.333, 0.048});
    }

    @Test
    void aTrustedSecondFactorIsAskedBeforeAnythingIsRefused() {
        Stake stake = new Stake(5_000, 1, POLICY.stepUpStops());
        assertThat(POLICY.choose(0.005, stake)).isEqualTo(Action.ALLOW);
        assertThat(POLICY.choose(0.01, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.choose(0.40, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.choose(0.45, stake)).isEqualTo(Action.BLOCK);
    }

    @Test
    void aSecondFactorThatWasJustChangedIsNotTrusted() {
        Stake stake = new Stake(5_000, 1, POLICY.freshStepUpStops());
        assertThat(POLICY.choose(0.008, stake)).isEqualTo(Action.ALLOW);
        assertThat(POLICY.choose(0.01, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.choose(0.20, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.choose(0.25, stake)).isEqualTo(Action.BLOCK);
    }

    @Test
    void whereAChallengeProvesLittleAHoldIsWorthItsCost() {
        Stake stake = new Stake(5_000, 1, 0.4);
        assertThat(POLICY.choose(0.02, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.choose(0.15, stake)).isEqualTo(Action.HOLD);
        assertThat(POLICY.choose(0.25, stake)).isEqualTo(Action.BLOCK);
    }

    @Test
    void certaintyOfFraudIsRefusedAndCertaintyOfHonestyLetThrough() {
        assertThat(POLICY.choose(1, new Stake(1, 10, 0.85))).isEqualTo(Action.BLOCK);
        assertThat(POLICY.choose(0, new Stake(1e9, 1, 0.85))).isEqualTo(Action.ALLOW);
        assertThat(POLICY.choose(1, new Stake(0, 1, 0.85))).isEqualTo(Action.ALLOW);
    }

    @Test
    void aWithdrawalIsNearlyAllLost() {
        assertThat(POLICY.stake(withdrawal(Tier.RETAIL), vector(1_000, 0, 10_080)))
                .isEqualTo(new Stake(970, 0.4, 0.85));
    }

    @Test
    void anOrderOnlyPreparesTheTheft() {
        assertThat(POLICY.stake(order(Tier.ACTIVE), vector(1_000, 0, 10_080))).isEqualTo(new Stake(5, 9, 0.85));
    }

    @Test
    void valuableUsersCostMoreToBotherAndMovingMarketsRaiseItForAll() {
        assertThat(POLICY.stake(withdrawal(Tier.VIP), vector(1_000, 0, 10_080))).isEqualTo(new Stake(970, 55, 0.85));
        assertThat(POLICY.stake(withdrawal(Tier.MARKET_MAKER), vector(1_000, 3, 10_080)))
                .isEqualTo(new Stake(970, 137.5, 0.85));
        assertThat(POLICY.stake(withdrawal(Tier.RETAIL), vector(1_000, 3, 10_080)))
                .isEqualTo(new Stake(970, 1, 0.85));
    }

    @Test
    void changedCredentialsAreFreshForADay() {
        assertThat(POLICY.stake(withdrawal(Tier.RETAIL), vector(1_000, 0, 1_439))
                        .stepUpStops())
                .isEqualTo(0.6);
        assertThat(POLICY.stake(withdrawal(Tier.RETAIL), vector(1_000, 0, 1_440))
                        .stepUpStops())
                .isEqualTo(0.85);
    }

    @Property
    void raisingTheProbabilityNeverGivesAMilderAction(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll @DoubleRange(max = 1e6) double loss,
            @ForAll @DoubleRange(min = 0.1, max = 100) double factor,
            @ForAll @DoubleRange(max = 1) double stepUpStops) {
        Stake stake = new Stake(loss, factor, stepUpStops);
        assertThat(POLICY.choose(Math.max(one, other), stake))
                .isGreaterThanOrEqualTo(POLICY.choose(Math.min(one, other), stake));
    }

    @Property
    void raisingTheLossNeverGivesAMilderAction(
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @DoubleRange(max = 1e6) double one,
            @ForAll @DoubleRange(max = 1e6) double other,
            @ForAll @DoubleRange(max = 1) double stepUpStops) {
        assertThat(POLICY.choose(probability, new Stake(Math.max(one, other), 1, stepUpStops)))
                .isGreaterThanOrEqualTo(POLICY.choose(probability, new Stake(Math.min(one, other), 1, stepUpStops)));
    }

    @Property
    void raisingTheCostOfFrictionNeverGivesAHarsherAction(
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @DoubleRange(max = 1e6) double loss,
            @ForAll @DoubleRange(min = 1, max = 100) double one,
            @ForAll @DoubleRange(min = 1, max = 100) double other,
            @ForAll @DoubleRange(max = 1) double stepUpStops) {
        assertThat(POLICY.choose(probability, new Stake(loss, Math.max(one, other), stepUpStops)))
                .isLessThanOrEqualTo(POLICY.choose(probability, new Stake(loss, Math.min(one, other), stepUpStops)));
    }

    @Test
    void theHashNamesTheParameters() {
        assertThat(POLICY.hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(policy(25, 150, 0.85, 2_700_000).hash());
        assertThat(policy(25, 151, 0.85, 2_700_000).hash()).isNotEqualTo(POLICY.hash());
        assertThat(policy(25, 150, 0.85, 2_700_001).hash()).isNotEqualTo(POLICY.hash());
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(151, 150, 0.85, 1))
                .withMessage("a harsher action must not cost less, costs were 151.0, 150.0, 600.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(25, 150, 1.2, 1))
                .withMessage("stepUpStops must be in [0, 1], was 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(25, 150, 0.85, 0))
                .withMessage("holdMillis must be positive, was 0");
    }

    private static void assertThresholds(double frictionUsd, double[] losses, double[] expected) {
        // All of the friction in the block; challenge and hold stop nothing.
        Policy blocks = new Policy(0, 0, 0, 0, frictionUsd, 1, 1, 1, 1, 3, 0, 0, 0, 0, 1);
        for (int i = 0; i < losses.length; i++) {
            Stake stake = new Stake(losses[i], 1, 0);
            assertThat(blocks.choose(expected[i] * 0.9, stake)).isEqualTo(Action.ALLOW);
            assertThat(blocks.choose(expected[i] * 1.1, stake)).isEqualTo(Action.BLOCK);
        }
    }

    private static Policy policy(double stepUpCost, double holdCost, double stepUpStops, long holdMillis) {
        return new Policy(
                0.03, 0.005, stepUpCost, holdCost, 600, 0.4, 9, 55, 2.5, 3, stepUpStops, 0.6, 1_440, 0.65, holdMillis);
    }

    private static double[] vector(double amountUsd, double volatilityZ, double minutesSinceCredentialChange) {
        double[] vector = new double[Feature.COUNT];
        vector[Feature.AMOUNT_USD.ordinal()] = amountUsd;
        vector[Feature.VOLATILITY_Z.ordinal()] = volatilityZ;
        vector[Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.ordinal()] = minutesSinceCredentialChange;
        return vector;
    }

    private static Withdrawal withdrawal(Tier tier) {
        return new Withdrawal(1, 2, 3, MARKET, account(tier), 4, 5, "BTC", 100_000, 200_000, false);
    }

    private static Order order(Tier tier) {
        return new Order(1, 2, 3, MARKET, account(tier), 4, "BTC-USD", Order.Side.SELL, 100_000, 200_000, false);
    }

    private static Account account(Tier tier) {
        return new Account(tier, Jurisdiction.EU, 0);
    }
}
