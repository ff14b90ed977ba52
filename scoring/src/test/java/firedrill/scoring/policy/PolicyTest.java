package firedrill.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.policy.ActionEffectiveness.StopRates;
import firedrill.scoring.policy.Policy.ExpectedLoss;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Policy POLICY = Policy.DEFAULT;
    private static final StopRates STRANGER = POLICY.effectiveness().newDevice();
    private static final MarketSnapshot MARKET = new MarketSnapshot(0, 0, 6_000_000);

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
    void aStrangerIsChallengedBeforeAnythingIsRefused() {
        ExpectedLoss stake = new ExpectedLoss(5_000, 1, STRANGER, 0.5, false);
        assertThat(POLICY.chooseAction(0.005, stake)).isEqualTo(Action.ALLOW);
        assertThat(POLICY.chooseAction(0.01, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.chooseAction(0.40, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.chooseAction(0.50, stake)).isEqualTo(Action.BLOCK);
    }

    @Test
    void whoHoldsANewSimCardPassesChallengesSoTheOwnerIsGivenTime() {
        ExpectedLoss stake = new ExpectedLoss(5_000, 1, POLICY.effectiveness().simSwap(), 0.5, false);
        assertThat(POLICY.chooseAction(0.05, stake)).isEqualTo(Action.LIMIT);
        assertThat(POLICY.chooseAction(0.12, stake)).isEqualTo(Action.HOLD);
        assertThat(POLICY.chooseAction(0.50, stake)).isEqualTo(Action.BLOCK);
    }

    @Test
    void whereNobodySeemsStrangeAPartIsLetThroughAndAnAnalystLooksAtTheRest() {
        ExpectedLoss stake = new ExpectedLoss(5_000, 1, POLICY.effectiveness().establishedAccess(), 0.1, false);
        assertThat(POLICY.chooseAction(0.015, stake)).isEqualTo(Action.STEP_UP);
        assertThat(POLICY.chooseAction(0.1, stake)).isEqualTo(Action.LIMIT);
        assertThat(POLICY.chooseAction(0.25, stake)).isEqualTo(Action.REVIEW);
        assertThat(POLICY.chooseAction(0.6, stake)).isEqualTo(Action.BLOCK);
    }

    @Property
    void theChosenActionIsTheOneOfLeastExpectedCost(
            @ForAll @DoubleRange(min = 0, max = 1) double probability, @ForAll("stakes") ExpectedLoss stake) {
        double least = Stream.of(Action.values())
                .filter(action -> !stake.isOrder()
                        || action == Action.ALLOW
                        || action == Action.STEP_UP
                        || action == Action.BLOCK)
                .mapToDouble(action -> POLICY.costUsd(action, probability, stake))
                .min()
                .orElseThrow();
        assertThat(POLICY.costUsd(POLICY.chooseAction(probability, stake), probability, stake))
                .isEqualTo(least);
    }

    @Test
    void anOrderIsNeverMadeToWait() {
        for (double probability = 0; probability <= 1; probability += 0.001) {
            assertThat(POLICY.chooseAction(
                            probability,
                            new ExpectedLoss(5_000, 1, POLICY.effectiveness().establishedAccess(), 0.1, true)))
                    .isIn(Action.ALLOW, Action.STEP_UP, Action.BLOCK);
        }
    }

    @Test
    void certaintyOfFraudIsRefusedAndCertaintyOfHonestyLetThrough() {
        assertThat(POLICY.chooseAction(1, new ExpectedLoss(1, 10, STRANGER, 0.5, false)))
                .isEqualTo(Action.BLOCK);
        assertThat(POLICY.chooseAction(0, new ExpectedLoss(1e9, 1, STRANGER, 0.5, false)))
                .isEqualTo(Action.ALLOW);
        assertThat(POLICY.chooseAction(1, new ExpectedLoss(0, 1, STRANGER, 0.5, false)))
                .isEqualTo(Action.ALLOW);
    }

    @Test
    void aWithdrawalIsNearlyAllLost() {
        assertThat(POLICY.expectedLoss(withdrawal(Tier.RETAIL), vector(1_000, 0, 10_080)))
                .isEqualTo(new ExpectedLoss(970, 0.4, POLICY.effectiveness().establishedAccess(), 0.5, false));
    }

    @Test
    void anOrderOnlyPreparesTheTheftUnlessItsPriceGivesTheMoneyAway() {
        double[] fair = vector(1_000, 0, 10_080);
        assertThat(POLICY.expectedLoss(order(Tier.ACTIVE), fair).lossUsd()).isEqualTo(5);
        fair[Feature.MARKET_OFF_BPS.ordinal()] = 3_000;
        assertThat(POLICY.expectedLoss(order(Tier.ACTIVE), fair).lossUsd()).isCloseTo(305, within(1e-9));
    }

    @Test
    void aLimitLetsThroughWhatTheUserUsuallyAsksFor() {
        double[] unusual = vector(1_000, 0, 10_080);
        unusual[Feature.AMOUNT_TO_USUAL.ordinal()] = 8;
        assertThat(POLICY.expectedLoss(withdrawal(Tier.RETAIL), unusual).limitShare())
                .isEqualTo(0.125);
        unusual[Feature.AMOUNT_TO_USUAL.ordinal()] = 800;
        assertThat(POLICY.expectedLoss(withdrawal(Tier.RETAIL), unusual).limitShare())
                .isEqualTo(0.05);
    }

    @Test
    void valuableUsersCostMoreToBotherAndMovingMarketsRaiseItForAll() {
        assertThat(POLICY.expectedLoss(withdrawal(Tier.VIP), vector(1_000, 0, 10_080))
                        .frictionFactor())
                .isEqualTo(55);
        assertThat(POLICY.expectedLoss(withdrawal(Tier.MARKET_MAKER), vector(1_000, 3, 10_080))
                        .frictionFactor())
                .isEqualTo(137.5);
        assertThat(POLICY.expectedLoss(withdrawal(Tier.RETAIL), vector(1_000, 3, 10_080))
                        .frictionFactor())
                .isEqualTo(1);
    }

    @Test
    void whoeverIsAtTheKeyboardChoosesTheRemedy() {
        double[] vector = vector(1_000, 0, 10_080);
        vector[Feature.MINUTES_SINCE_NETWORK_FIRST_USED.ordinal()] = 1_439;
        assertThat(POLICY.effectiveness().stopRates(vector))
                .isEqualTo(POLICY.effectiveness().newDevice());
        vector[Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.ordinal()] = 1_439;
        assertThat(POLICY.effectiveness().stopRates(vector))
                .isEqualTo(POLICY.effectiveness().changedCredentials());
        vector[Feature.MINUTES_SINCE_SIM_CHANGE.ordinal()] = 4_319;
        assertThat(POLICY.effectiveness().stopRates(vector))
                .isEqualTo(POLICY.effectiveness().simSwap());
    }

    @Property
    void aHigherCostOfFrictionRaisesEveryThreshold(
            @ForAll @DoubleRange(max = 1) double probability, @ForAll @DoubleRange(min = 1, max = 20) double factor) {
        Policy dearer = new Policy(
                POLICY.recoveredShare(),
                POLICY.orderLossShare(),
                POLICY.friction().scaledBy(factor),
                POLICY.effectiveness(),
                POLICY.limitTerms(),
                POLICY.holdMillis());
        double[] vector = vector(1_000, 0, 10_080);
        assertThat(dearer.chooseAction(probability, dearer.expectedLoss(withdrawal(Tier.RETAIL), vector)))
                .isLessThanOrEqualTo(
                        POLICY.chooseAction(probability, POLICY.expectedLoss(withdrawal(Tier.RETAIL), vector)));
    }

    @Property
    void raisingTheProbabilityNeverGivesAMilderAction(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll @DoubleRange(max = 1e6) double loss,
            @ForAll @DoubleRange(min = 0.1, max = 100) double factor,
            @ForAll("remedies") StopRates remedy) {
        ExpectedLoss stake = new ExpectedLoss(loss, factor, remedy, 0.3, false);
        assertThat(POLICY.chooseAction(Math.max(one, other), stake))
                .isGreaterThanOrEqualTo(POLICY.chooseAction(Math.min(one, other), stake));
    }

    @Property
    void raisingTheLossNeverGivesAMilderAction(
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @DoubleRange(max = 1e6) double one,
            @ForAll @DoubleRange(max = 1e6) double other,
            @ForAll("remedies") StopRates remedy) {
        assertThat(POLICY.chooseAction(probability, new ExpectedLoss(Math.max(one, other), 1, remedy, 0.3, false)))
                .isGreaterThanOrEqualTo(POLICY.chooseAction(
                        probability, new ExpectedLoss(Math.min(one, other), 1, remedy, 0.3, false)));
    }

    @Property
    void raisingTheCostOfFrictionNeverGivesAHarsherAction(
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @DoubleRange(max = 1e6) double loss,
            @ForAll @DoubleRange(min = 1, max = 100) double one,
            @ForAll @DoubleRange(min = 1, max = 100) double other,
            @ForAll("remedies") StopRates remedy) {
        assertThat(POLICY.chooseAction(probability, new ExpectedLoss(loss, Math.max(one, other), remedy, 0.3, false)))
                .isLessThanOrEqualTo(POLICY.chooseAction(
                        probability, new ExpectedLoss(loss, Math.min(one, other), remedy, 0.3, false)));
    }

    @Provide
    Arbitrary<StopRates> remedies() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(shares, shares, shares).as(StopRates::new);
    }

    @Provide
    Arbitrary<ExpectedLoss> stakes() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 100_000),
                        Arbitraries.doubles().between(0.01, 200),
                        remedies(),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(true, false))
                .as(ExpectedLoss::new);
    }

    @Test
    void aParameterIsOverriddenByItsName() throws Exception {
        Policy dearer = Policy.of(ParameterSet.load("policy").with("policy.friction.blockUsd", "700"));
        assertThat(dearer.friction().blockUsd()).isEqualTo(700);
        assertThat(dearer.hash()).isNotEqualTo(POLICY.hash());
    }

    @Test
    void theHashOfTheDefaultsStaysWhatItIs() {
        assertThat(POLICY.hash()).isEqualTo("9e7af944ccfc");
    }

    @Test
    void theHashNamesTheParameters() {
        assertThat(POLICY.hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(policy(POLICY.friction(), POLICY.holdMillis()).hash());
        assertThat(policy(POLICY.friction().scaledBy(1.01), POLICY.holdMillis()).hash())
                .isNotEqualTo(POLICY.hash());
        assertThat(policy(POLICY.friction(), POLICY.holdMillis() + 1).hash()).isNotEqualTo(POLICY.hash());
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrictionCosts(61, 60, 200, 240, 600, 70, 10, 1, 1, 1, 1, 3))
                .withMessage("a harsher action must not cost less, costs were 61.0, 60.0, 200.0, 240.0, 600.0, of"
                        + " orders 70.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StopRates(1.2, 0, 0))
                .withMessage("stepUp must be in [0, 1], was 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(POLICY.friction(), 0))
                .withMessage("holdMillis must be positive, was 0");
    }

    private static void assertThresholds(double frictionUsd, double[] losses, double[] expected) {
        // All of the friction in the block; nothing else stops anything.
        Policy blocks = policy(new FrictionCosts(0, 0, 0, 0, frictionUsd, frictionUsd, 0, 1, 1, 1, 1, 3), 1);
        for (int i = 0; i < losses.length; i++) {
            ExpectedLoss stake = new ExpectedLoss(losses[i], 1, new StopRates(0, 0, 0), 1, false);
            assertThat(blocks.chooseAction(expected[i] * 0.9, stake)).isEqualTo(Action.ALLOW);
            assertThat(blocks.chooseAction(expected[i] * 1.1, stake)).isEqualTo(Action.BLOCK);
        }
    }

    private static Policy policy(FrictionCosts friction, long holdMillis) {
        return new Policy(0.03, 0.005, friction, POLICY.effectiveness(), POLICY.limitTerms(), holdMillis);
    }

    private static double[] vector(double amountUsd, double volatilityZ, double minutesSinceCredentialChange) {
        double[] vector = new double[Feature.COUNT];
        vector[Feature.AMOUNT_USD.ordinal()] = amountUsd;
        vector[Feature.VOLATILITY_Z.ordinal()] = volatilityZ;
        vector[Feature.AMOUNT_TO_USUAL.ordinal()] = 1;
        for (Feature age : new Feature[] {
            Feature.MINUTES_SINCE_SIM_CHANGE,
            Feature.MINUTES_SINCE_DEVICE_FIRST_USED,
            Feature.MINUTES_SINCE_NETWORK_FIRST_USED
        }) {
            vector[age.ordinal()] = age.missing();
        }
        vector[Feature.MINUTES_SINCE_CREDENTIAL_CHANGE.ordinal()] = minutesSinceCredentialChange;
        return vector;
    }

    private static Withdrawal withdrawal(Tier tier) {
        return new Withdrawal(1, 2, 3, MARKET, account(tier), 4, 5, "BTC", 100_000, 200_000, false, 0, true);
    }

    private static Order order(Tier tier) {
        return new Order(
                1,
                2,
                3,
                MARKET,
                account(tier),
                4,
                "BTC-USD",
                Order.Side.SELL,
                100_000,
                200_000,
                false,
                OrderDetails.manualMarketOrder(0));
    }

    private static Account account(Tier tier) {
        return new Account(tier, Jurisdiction.EU, 0);
    }
}
