package firedrill.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.scoring.evaluation.ClassificationMetrics.ReliabilityBin;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

class ClassificationMetricsTest {

    @Test
    void aSmallRankingIsCountedByHand() {
        ClassificationMetrics evaluation = ClassificationMetrics.of(
                new double[] {0.9, 0.5, 0.2, 0.2, 0.002}, new boolean[] {true, false, true, false, false});
        assertThat(evaluation.averagePrecision()).isCloseTo((1 + 2.0 / 4) / 2, within(1e-12));
        assertThat(evaluation.rocAuc()).isCloseTo((3 + 1.5) / 6, within(1e-12));
        assertThat(evaluation.expectedFrauds()).isCloseTo(1.802, within(1e-12));
        assertThat(evaluation.reliability())
                .containsExactly(
                        new ReliabilityBin(1, 0.002, 0),
                        new ReliabilityBin(2, 0.2, 0.5),
                        new ReliabilityBin(2, 0.7, 0.5));
        assertThat(evaluation.calibrationError()).isCloseTo((0.002 + 2 * 0.3 + 2 * 0.2) / 5, within(1e-12));
    }

    @Test
    void recallCountsTheTopOfTheRankingAndSharesTies() {
        double[] probabilities = new double[1_000];
        boolean[] frauds = new boolean[1_000];
        Arrays.setAll(probabilities, i -> i < 4 ? 0.9 : i < 14 ? 0.5 : 0.1);
        frauds[0] = true;
        frauds[4] = true;
        frauds[500] = true;
        frauds[501] = true;
        ClassificationMetrics evaluation = ClassificationMetrics.of(probabilities, frauds);
        assertThat(evaluation.recallAtHalfPercent()).isCloseTo((1 + 0.1) / 4, within(1e-12));
        assertThat(evaluation.recallAtOnePercent()).isCloseTo((1 + 0.6) / 4, within(1e-12));
    }

    @Property(tries = 100)
    void theAreaIsTheShareOfPairsInTheRightOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 9) int levels) {
        double[] probabilities = probabilities(seed, rows, levels);
        boolean[] frauds = frauds(seed, rows);
        double won = 0;
        double pairs = 0;
        for (int fraud = 0; fraud < rows; fraud++) {
            for (int honest = 0; honest < rows; honest++) {
                if (frauds[fraud] && !frauds[honest]) {
                    pairs++;
                    won += (Math.signum(probabilities[fraud] - probabilities[honest]) + 1) / 2;
                }
            }
        }
        assertThat(ClassificationMetrics.of(probabilities, frauds).rocAuc())
                .isCloseTo(pairs == 0 ? 0.5 : won / pairs, within(1e-12));
    }

    @Property(tries = 100)
    void averagePrecisionIsTheMeanOverFraudsOfThePrecisionAtTheirProbability(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 9) int levels) {
        double[] probabilities = probabilities(seed, rows, levels);
        boolean[] frauds = frauds(seed, rows);
        double sum = 0;
        int count = 0;
        for (int fraud = 0; fraud < rows; fraud++) {
            if (frauds[fraud]) {
                int above = 0;
                int right = 0;
                for (int i = 0; i < rows; i++) {
                    if (probabilities[i] >= probabilities[fraud]) {
                        above++;
                        right += frauds[i] ? 1 : 0;
                    }
                }
                sum += (double) right / above;
                count++;
            }
        }
        assertThat(ClassificationMetrics.of(probabilities, frauds).averagePrecision())
                .isCloseTo(count == 0 ? 0 : sum / count, within(1e-12));
    }

    @Property(tries = 100)
    void rankingMetricsEqualTribuos(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 200) int rows,
            @ForAll @IntRange(min = 1, max = 50) int levels) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] probabilities = new double[rows];
        boolean[] frauds = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            probabilities[i] = random.nextInt(levels) / 50.0;
            frauds[i] = i == 0 || (i > 1 && random.nextInt(4) == 0);
        }
        ClassificationMetrics metrics = ClassificationMetrics.of(probabilities, frauds);
        assertThat(metrics.averagePrecision())
                .isCloseTo(LabelEvaluationUtil.averagedPrecision(frauds, probabilities), within(1e-9));
        assertThat(metrics.rocAuc()).isCloseTo(LabelEvaluationUtil.binaryAUCROC(frauds, probabilities), within(1e-9));
    }

    @Test
    void aPerfectRankingHasPrecisionOneAndABlindOneTheBaseRate() {
        boolean[] frauds = new boolean[1_000];
        Arrays.fill(frauds, 0, 7, true);
        double[] perfect = new double[1_000];
        Arrays.setAll(perfect, i -> frauds[i] ? 1 : 0);
        assertThat(ClassificationMetrics.of(perfect, frauds).averagePrecision()).isEqualTo(1);
        assertThat(ClassificationMetrics.of(new double[1_000], frauds).averagePrecision())
                .isCloseTo(0.007, within(1e-12));
    }

    @Test
    void noFraudAtAllIsNotAnError() {
        ClassificationMetrics evaluation = ClassificationMetrics.of(new double[] {0.1, 0.2}, new boolean[2]);
        assertThat(new double[] {evaluation.averagePrecision(), evaluation.rocAuc(), evaluation.recallAtOnePercent()})
                .containsExactly(0, 0.5, 0);
    }

    private static double[] probabilities(long seed, int rows, int levels) {
        return new SplittableRandom(seed)
                .ints(rows, 0, levels)
                .mapToDouble(level -> level / 10.0)
                .toArray();
    }

    /** About every third; independent of the probabilities. */
    private static boolean[] frauds(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(~seed);
        boolean[] frauds = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            frauds[i] = random.nextInt(3) == 0;
        }
        return frauds;
    }
}
