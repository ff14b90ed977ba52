package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firedrill.dashboard.ledger.DecisionFixtures;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.feature.Feature;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private static final Operator RULE = new Operator.DrainRule(100);

    @Test
    void doNothingLeavesDecisionsUnchanged() {
        var decision = decision(5, false, 1, 0.4);

        assertThat(Operator.Baseline.DO_NOTHING.override(decision)).isSameAs(decision);
    }

    @Test
    void theTrivialOperatorsAllowAndRefuseEverything() {
        var decision = decision(5, false, 1, 0.4);

        assertThat(Operator.Baseline.ALLOW_ALL.override(decision))
                .isEqualTo(decision.withOverride(DecidedBy.OPERATOR, Answer.of(7, Action.ALLOW)));
        assertThat(Operator.Baseline.BLOCK_ALL.override(decision))
                .isEqualTo(decision.withOverride(DecidedBy.OPERATOR, Answer.of(7, Action.BLOCK)));
    }

    @Test
    void aThresholdRefusesWhatReachesIt() {
        var threshold = new Operator.ThresholdOperator(0.4);

        assertThat(threshold.override(decision(5, false, 1, 0.4)).action()).isEqualTo(Action.BLOCK);
        assertThat(threshold.override(decision(5, false, 1, 0.39)).action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void theRuleAgainstDrainsRefusesToEmptyAnAccountOnceItIsInForce() {
        assertThat(RULE.override(decision(100, false, 0.9, 0)).action()).isEqualTo(Action.BLOCK);
        assertThat(RULE.override(decision(99, false, 0.9, 0)).action()).isEqualTo(Action.ALLOW);
        assertThat(RULE.override(decision(100, false, 0.89, 0)).action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void theRuleAgainstDrainsDoesNotStopASale() {
        assertThat(RULE.override(decision(100, true, 1, 0)).action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void anUnknownOperatorIsAnsweredWithAllThereAre() {
        assertThat(Operator.ofLabel("block-all")).isEqualTo(Operator.Baseline.BLOCK_ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operator.ofLabel("nobody"))
                .withMessage("no operator is called 'nobody'; there are do-nothing, allow-all, block-all"
                        + " and threshold-P with P from 0 to 1");
    }

    @Test
    void aThresholdIsNamedByItsNumber() {
        assertThat(Operator.ofLabel("threshold-0.05")).isEqualTo(new Operator.ThresholdOperator(0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operator.ofLabel("threshold-1.5"))
                .withMessage("a threshold is a number from 0 to 1, as in threshold-0.05, was '1.5'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operator.ofLabel("threshold-low"))
                .withMessage("a threshold is a number from 0 to 1, as in threshold-0.05, was 'low'");
    }

    private static Decision decision(long timeMillis, boolean isOrder, double drainFraction, double probability) {
        double[] features = new double[Feature.COUNT];
        features[Feature.IS_ORDER.ordinal()] = isOrder ? 1 : 0;
        features[Feature.DRAIN_FRACTION.ordinal()] = drainFraction;
        return DecisionFixtures.of(7, timeMillis, Action.STEP_UP, probability, features);
    }
}
