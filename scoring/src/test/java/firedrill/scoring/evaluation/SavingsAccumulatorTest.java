package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.evaluation.EvaluationReport.PolicySavings;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.SampleEvents;
import firedrill.scoring.policy.Policy;
import org.junit.jupiter.api.Test;

class SavingsAccumulatorTest {

    private static final Withdrawal EVENT = SampleEvents.withdrawal(1, 1, 1_700_000_000_000L, 1, 1, 100_000);
    private static final double[] FEATURES = new FeatureFold().observe(EVENT);
    private static final double LOSS =
            Policy.DEFAULT.expectedLoss(EVENT, FEATURES).lossUsd();

    @Test
    void perfectScoresHaveFullSavings() {
        SavingsAccumulator sum = new SavingsAccumulator(Policy.DEFAULT);
        sum.add(EVENT, FEATURES, 1, true);
        for (int i = 0; i < 100; i++) {
            sum.add(EVENT, FEATURES, 0, false);
        }
        assertThat(sum.savings(false).policyUsd()).isZero();
        assertThat(sum.savings(false).savedShare()).isEqualTo(1);
    }

    /** One theft of $1,000 in a thousand withdrawals: letting all through costs it; challenging all costs some $4 for each. */
    @Test
    void uninformativeScoresHaveNoSavings() {
        SavingsAccumulator sum = new SavingsAccumulator(Policy.DEFAULT);
        sum.add(EVENT, FEATURES, 0, true);
        for (int i = 0; i < 999; i++) {
            sum.add(EVENT, FEATURES, 0, false);
        }
        PolicySavings savings = sum.savings(false);
        assertThat(savings.policyUsd()).isCloseTo(LOSS, within(1e-9));
        assertThat(savings.bestSingleAction()).isEqualTo("ALLOW");
        assertThat(savings.bestSingleActionUsd()).isCloseTo(LOSS, within(1e-9));
        assertThat(savings.savedShare()).isCloseTo(0, within(1e-12));
        assertThat(savings.frauds()).isEqualTo(1);
    }

    @Test
    void withoutPossibleLossSavingsAreNotAvailable() {
        SavingsAccumulator sum = new SavingsAccumulator(Policy.DEFAULT);
        sum.add(EVENT, FEATURES, 0, false);
        assertThat(sum.savings(false)).isEqualTo(new PolicySavings(0, "ALLOW", 0, null, 0));
    }
}
