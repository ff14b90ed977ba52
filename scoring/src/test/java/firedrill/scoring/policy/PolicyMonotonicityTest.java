package firedrill.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
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

/** Laws of the policy: least expected cost, and monotone in probability, loss and friction. */
class PolicyMonotonicityTest {

    private static final Policy POLICY = Policy.DEFAULT;

    @Property
    void theChosenActionIsTheOneOfLeastExpectedCost(
            @ForAll @DoubleRange(min = 0, max = 1) double probability,
            @ForAll("expectedLosses") ExpectedLoss expected) {
        double least = Stream.of(Action.values())
                .filter(action -> !expected.isOrder()
                        || action == Action.ALLOW
                        || action == Action.STEP_UP
                        || action == Action.BLOCK)
                .mapToDouble(action -> POLICY.costUsd(action, probability, expected))
                .min()
                .orElseThrow();
        assertThat(POLICY.costUsd(POLICY.chooseAction(probability, expected), probability, expected))
                .isEqualTo(least);
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
        double[] vector = PolicyFixtures.vector(1_000, 0, 10_080);
        assertThat(dearer.chooseAction(
                        probability, dearer.expectedLoss(PolicyFixtures.withdrawal(Tier.RETAIL), vector)))
                .isLessThanOrEqualTo(POLICY.chooseAction(
                        probability, POLICY.expectedLoss(PolicyFixtures.withdrawal(Tier.RETAIL), vector)));
    }

    @Property
    void raisingTheProbabilityNeverGivesAMilderAction(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll @DoubleRange(max = 1e6) double loss,
            @ForAll @DoubleRange(min = 0.1, max = 100) double factor,
            @ForAll("stopRates") StopRates stopRates) {
        ExpectedLoss expected = new ExpectedLoss(loss, factor, stopRates, 0.3, false);
        assertThat(POLICY.chooseAction(Math.max(one, other), expected))
                .isGreaterThanOrEqualTo(POLICY.chooseAction(Math.min(one, other), expected));
    }

    @Property
    void raisingTheLossNeverGivesAMilderAction(
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @DoubleRange(max = 1e6) double one,
            @ForAll @DoubleRange(max = 1e6) double other,
            @ForAll("stopRates") StopRates stopRates) {
        assertThat(POLICY.chooseAction(probability, new ExpectedLoss(Math.max(one, other), 1, stopRates, 0.3, false)))
                .isGreaterThanOrEqualTo(POLICY.chooseAction(
                        probability, new ExpectedLoss(Math.min(one, other), 1, stopRates, 0.3, false)));
    }

    @Property
    void raisingTheCostOfFrictionNeverGivesAHarsherAction(
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @DoubleRange(max = 1e6) double loss,
            @ForAll @DoubleRange(min = 1, max = 100) double one,
            @ForAll @DoubleRange(min = 1, max = 100) double other,
            @ForAll("stopRates") StopRates stopRates) {
        assertThat(POLICY.chooseAction(
                        probability, new ExpectedLoss(loss, Math.max(one, other), stopRates, 0.3, false)))
                .isLessThanOrEqualTo(POLICY.chooseAction(
                        probability, new ExpectedLoss(loss, Math.min(one, other), stopRates, 0.3, false)));
    }

    @Provide
    Arbitrary<StopRates> stopRates() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(shares, shares, shares).as(StopRates::new);
    }

    @Provide
    Arbitrary<ExpectedLoss> expectedLosses() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 100_000),
                        Arbitraries.doubles().between(0.01, 200),
                        stopRates(),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(true, false))
                .as(ExpectedLoss::new);
    }
}
