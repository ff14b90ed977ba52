package firedrill.ingest.fraud.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.fraud.parameters.LearningParameters;
import org.junit.jupiter.api.Test;

class MultiArmedBanditTest {

    private static final LearningParameters LEARNING = new LearningParameters(6, 0.03, 0.7, 2, 5, 0.5);

    private final MultiArmedBandit bandit = new MultiArmedBandit(LEARNING, 0.6, 0.3, 0.1);

    @Test
    void keepsPriorWhenEveryAttemptSucceeds() {
        observeRounds(1, 1, 1);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
        assertThat(bandit.probability(2)).isCloseTo(0.97 * 0.1 + 0.01, within(1e-9));
    }

    @Test
    void keepsPriorWhenEveryAttemptFailsAlike() {
        observeRounds(0, 0, 0);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
    }

    @Test
    void shiftsWeightFromFailingToSucceedingArms() {
        observeRounds(0, 1, 1);

        assertThat(bandit.probability(0)).isLessThan(0.2);
        assertThat(bandit.probability(1)).isGreaterThan(0.5);
    }

    @Test
    void keepsExplorationFloorForEveryArm() {
        for (int round = 0; round < 30; round++) {
            observeRounds(0, 1, 1);
        }

        assertThat(bandit.probability(0)).isGreaterThanOrEqualTo(0.01);
    }

    @Test
    void returnsToPriorWithoutNewEvidence() {
        observeRounds(0, 1, 1);
        double afterFailures = bandit.probability(0);
        for (int update = 0; update < 12; update++) {
            bandit.updateWeights();
        }

        assertThat(bandit.probability(0)).isGreaterThan(afterFailures).isCloseTo(0.59, within(0.05));
    }

    @Test
    void observationsTakeEffectOnlyAtTheNextUpdate() {
        bandit.observe(0, 0);

        assertThat(bandit.probability(0)).isCloseTo(0.97 * 0.6 + 0.01, within(1e-9));
    }

    @Test
    void choosesArmsByTheirProbabilities() {
        int[] chosen = new int[3];
        for (int i = 0; i < 1_000; i++) {
            chosen[bandit.choose((i + 0.5) / 1_000)]++;
        }

        assertThat(chosen[0]).isCloseTo(592, within(1));
        assertThat(chosen[1]).isCloseTo(301, within(1));
    }

    private void observeRounds(double... rewards) {
        for (int i = 0; i < 5; i++) {
            for (int arm = 0; arm < rewards.length; arm++) {
                bandit.observe(arm, rewards[arm]);
            }
        }
        bandit.updateWeights();
    }
}
