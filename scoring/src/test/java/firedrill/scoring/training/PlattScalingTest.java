package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firedrill.scoring.model.Calibration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattScalingTest {

    private static final int ROWS = 200_000;

    private final double[] logits = new double[ROWS];
    private final boolean[] frauds = new boolean[ROWS];

    @Test
    void itFindsTheSlopeAndTheInterceptThatMadeTheLabels() throws Exception {
        draw(new Calibration(0.6, -4));
        Calibration found = PlattScaling.fit(logits, frauds);
        assertThat(found.slope()).isCloseTo(0.6, within(0.02));
        assertThat(found.intercept()).isCloseTo(-4, within(0.05));
    }

    @Test
    void theFittedProbabilitiesAddUpToTheFrauds() throws Exception {
        draw(new Calibration(1.3, -6));
        Calibration found = PlattScaling.fit(logits, frauds);
        double expected = 0;
        double happened = 0;
        for (int i = 0; i < ROWS; i++) {
            expected += found.probability(logits[i]);
            happened += frauds[i] ? 1 : 0;
        }
        assertThat(expected).isCloseTo(happened, within(3.0));
    }

    @Test
    void perfectlySeparatedRowsStillAddUp() throws Exception {
        double[] apart = new double[1_000];
        boolean[] fraudulent = new boolean[1_000];
        for (int i = 0; i < 1_000; i++) {
            fraudulent[i] = i < 50;
            apart[i] = (fraudulent[i] ? 3 : -30) + i / 1_000.0;
        }
        Calibration found = PlattScaling.fit(apart, fraudulent);
        double expected = 0;
        for (double logit : apart) {
            expected += found.probability(logit);
        }
        assertThat(expected).isCloseTo(50, within(1.0));
    }

    @Test
    void oneKindOfRowAloneIsASentence() {
        assertThatThrownBy(() -> PlattScaling.fit(new double[10], new boolean[10]))
                .isInstanceOf(UntrainableException.class)
                .hasMessageContaining("0 reported frauds in 10 withdrawals");
    }

    @Test
    void aModelThatRanksTheWrongWayRoundIsASentence() {
        draw(new Calibration(1, 0));
        for (int i = 0; i < ROWS; i++) {
            logits[i] = -logits[i];
        }
        assertThatThrownBy(() -> PlattScaling.fit(logits, frauds)).isInstanceOf(UntrainableException.class);
    }

    private void draw(Calibration truth) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            logits[i] = random.nextDouble() * 12 - 6;
            frauds[i] = random.nextDouble() < truth.probability(logits[i]);
        }
    }
}
