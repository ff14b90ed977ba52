package firedrill.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Laws of the policy: least expected cost, and monotone in probability, loss and the cost of a departure. */
class PolicyMonotonicityTest {

    private static final Policy POLICY = Policy.DEFAULT;
    /** Of two actions whose costs differ by rounding alone, either may be chosen. */
    private static final double ROUNDING_USD = 1e-6;

    private static final double ROUNDING_SHARE = 1e-9;

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

    /** With any friction and any effectiveness, whatever their order along the actions. */
    @Property
    void raisingTheProbabilityNeverSparesAnHonestUserNorLeavesMoreToAThief(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other,
            @ForAll("expectedLosses") ExpectedLoss expected) {
        Action suspected = POLICY.chooseAction(Math.max(one, other), expected);
        Action trusted = POLICY.chooseAction(Math.min(one, other), expected);
        assertThat(POLICY.costUsd(suspected, 0, expected))
                .isGreaterThanOrEqualTo(POLICY.costUsd(trusted, 0, expected) - ROUNDING_USD);
        assertThat(POLICY.costUsd(suspected, 1, expected))
                .isLessThanOrEqualTo(POLICY.costUsd(trusted, 1, expected) + ROUNDING_USD);
    }

    @Property
    void raisingTheLossNeverStopsLess(
            @ForAll @DoubleRange(min = 0.01, max = 1) double probability,
            @ForAll @DoubleRange(max = 1e6) double one,
            @ForAll @DoubleRange(max = 1e6) double other,
            @ForAll("expectedLosses") ExpectedLoss expected) {
        ExpectedLoss more = withLoss(expected, Math.max(one, other));
        ExpectedLoss less = withLoss(expected, Math.min(one, other));
        assertThat(POLICY.stoppedShare(POLICY.chooseAction(probability, more), more))
                .isGreaterThanOrEqualTo(
                        POLICY.stoppedShare(POLICY.chooseAction(probability, less), less) - ROUNDING_SHARE);
    }

    @Property
    void raisingTheCostOfADepartureNeverRaisesTheProbabilityToLeave(
            @ForAll @DoubleRange(max = 0.99) double probability,
            @ForAll @DoubleRange(min = 1, max = 1e5) double one,
            @ForAll @DoubleRange(min = 1, max = 1e5) double other,
            @ForAll("expectedLosses") ExpectedLoss expected) {
        ExpectedLoss dear = withDeparture(expected, Math.max(one, other));
        ExpectedLoss cheap = withDeparture(expected, Math.min(one, other));
        assertThat(leaving(POLICY.chooseAction(probability, dear), dear))
                .isLessThanOrEqualTo(leaving(POLICY.chooseAction(probability, cheap), cheap) + ROUNDING_SHARE);
    }

    private static double leaving(Action action, ExpectedLoss loss) {
        return loss.friction().leaving().after(action);
    }

    private static ExpectedLoss withLoss(ExpectedLoss loss, double lossUsd) {
        return new ExpectedLoss(lossUsd, loss.friction(), loss.stopRates(), loss.limitShare(), loss.isOrder());
    }

    private static ExpectedLoss withDeparture(ExpectedLoss loss, double departureUsd) {
        FrictionEstimate friction = loss.friction();
        return new ExpectedLoss(
                loss.lossUsd(),
                new FrictionEstimate(
                        friction.leaving(),
                        departureUsd,
                        friction.supportUsd(),
                        friction.feeUsd(),
                        friction.reviewUsd()),
                loss.stopRates(),
                loss.limitShare(),
                loss.isOrder());
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
                        frictions(),
                        stopRates(),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(true, false))
                .as(ExpectedLoss::new);
    }

    private static Arbitrary<FrictionEstimate> frictions() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Combinators.combine(shares, shares, shares, shares, shares)
                                .as(LeaveProbabilities::new),
                        Arbitraries.doubles().between(1, 100_000),
                        Arbitraries.doubles().between(0, 100),
                        Arbitraries.doubles().between(0, 1_000),
                        Arbitraries.doubles().between(0, 100))
                .as(FrictionEstimate::new);
    }
}
