package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.decision.Policy;
import firedrill.scoring.evaluation.EvaluationReport.Savings;
import firedrill.scoring.feature.Events;
import firedrill.scoring.feature.FeatureFold;
import org.junit.jupiter.api.Test;

class SavingsSumTest {

    private static final Withdrawal EVENT = Events.withdrawal(1, 1, 1_700_000_000_000L, 1, 1, 100_000);
    private static final double[] FEATURES = new FeatureFold().observe(EVENT);
    private static final double LOSS = 1_000 * 0.97;

    @Test
    void whoKnowsEverythingSavesEverything() {
        SavingsSum sum = new SavingsSum(Policy.DEFAULT);
        sum.add(EVENT, FEATURES, 1, true);
        for (int i = 0; i < 100; i++) {
            sum.add(EVENT, FEATURES, 0, false);
        }
        assertThat(sum.sum(false).policyUsd()).isZero();
        assertThat(sum.sum(false).share()).isEqualTo(1);
    }

    /** One theft of $1,000 in a hundred withdrawals: letting all through costs it; challenging all costs $10 for each. */
    @Test
    void whoKnowsNothingSavesNothing() {
        SavingsSum sum = new SavingsSum(Policy.DEFAULT);
        sum.add(EVENT, FEATURES, 0, true);
        for (int i = 0; i < 99; i++) {
            sum.add(EVENT, FEATURES, 0, false);
        }
        Savings savings = sum.sum(false);
        assertThat(savings.policyUsd()).isCloseTo(LOSS, within(1e-9));
        assertThat(savings.bestTrivial()).isEqualTo("ALLOW");
        assertThat(savings.bestTrivialUsd()).isCloseTo(LOSS, within(1e-9));
        assertThat(savings.share()).isCloseTo(0, within(1e-12));
        assertThat(savings.frauds()).isEqualTo(1);
    }

    @Test
    void whereNothingCanBeLostThereIsNoShare() {
        SavingsSum sum = new SavingsSum(Policy.DEFAULT);
        sum.add(EVENT, FEATURES, 0, false);
        assertThat(sum.sum(false)).isEqualTo(new Savings(0, "ALLOW", 0, null, 0));
    }
}
