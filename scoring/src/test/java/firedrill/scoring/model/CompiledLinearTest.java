package firedrill.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import firedrill.scoring.feature.Feature;
import java.lang.management.ManagementFactory;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CompiledLinearTest {

    private static final ModelParts PARTS = Models.parts();
    private static final Scorer CALIBRATED =
            CompiledLinear.of(PARTS.model(), PARTS.standardiser(), PARTS.calibration(), "hash");
    private static final Scorer UNCALIBRATED =
            CompiledLinear.of(PARTS.model(), PARTS.standardiser(), Calibration.NONE, "hash");

    @Test
    void itScoresAHundredThousandRowsAsTribuoDoes() {
        double largest = 0;
        for (double[] row : Models.rows(3, 100_000)) {
            double own =
                    FraudLabel.probability(PARTS.model(), PARTS.standardiser().inputs(row));
            largest = Math.max(largest, Math.abs(UNCALIBRATED.probability(row) - own));
        }
        assertThat(largest).isLessThan(1e-14);
    }

    @Test
    void itAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[][] rows = Models.rows(4, 1_000).toArray(new double[0][]);
        double[] contributions = new double[Feature.COUNT];
        long before = threads.getCurrentThreadAllocatedBytes();
        long nothing = threads.getCurrentThreadAllocatedBytes() - before;
        scoreAll(rows, contributions);
        before = threads.getCurrentThreadAllocatedBytes();
        scoreAll(rows, contributions);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isEqualTo(nothing);
    }

    private static void scoreAll(double[][] rows, double[] contributions) {
        double sum = 0;
        for (double[] row : rows) {
            sum += CALIBRATED.probability(row);
            CALIBRATED.explain(row, contributions);
        }
        if (!(sum > 0)) {
            throw new AssertionError(sum);
        }
    }

    @Test
    void theCalibrationActsOnTheLogOdds() {
        for (double[] row : Models.rows(5, 100)) {
            double uncalibrated = logit(UNCALIBRATED.probability(row));
            assertThat(CALIBRATED.probability(row))
                    .isCloseTo(Models.CALIBRATION.probability(uncalibrated), within(1e-9));
        }
    }

    @Test
    void theContributionsAddUpToTheDistanceFromTheTrainingMean() {
        double[] contributions = new double[Feature.COUNT];
        double atTheMean = logit(CALIBRATED.probability(meanRow()));
        for (double[] row : Models.rows(6, 100)) {
            CALIBRATED.explain(row, contributions);
            assertThat(atTheMean + DoubleStream.of(contributions).sum())
                    .isCloseTo(logit(CALIBRATED.probability(row)), within(1e-6));
        }
    }

    private static double[] meanRow() {
        double[] means = PARTS.standardiser().means();
        double[] row = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            double mean = means[feature.ordinal()];
            row[feature.ordinal()] = feature.scale() == Feature.Scale.LOG ? StrictMath.expm1(mean) : mean;
        }
        return row;
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
