package firedrill.scoring.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Metrics of predicted probabilities against labels. Rows with equal probabilities are one group in the ranking, so the
 * order of the rows does not matter.
 *
 * @param averagePrecision step-wise area under the precision-recall curve; 0 without a fraud
 * @param rocAuc probability that a fraud ranks above an honest row; 0.5 if one class is missing
 * @param calibrationError expected calibration error over {@code reliability}, in units of probability
 * @param expectedFrauds sum of the probabilities: about {@code frauds} if they are calibrated
 * @param reliability non-empty bins, by rising probability
 */
public record ClassificationMetrics(
        long rows,
        long frauds,
        double averagePrecision,
        double rocAuc,
        double recallAtHalfPercent,
        double recallAtOnePercent,
        double calibrationError,
        double expectedFrauds,
        List<ReliabilityBin> reliability) {

    private static final double HALF_PERCENT = 0.005;
    private static final double ONE_PERCENT = 0.01;
    /** About a third of a decade each: with rare frauds, bins of equal width would all be empty but one. */
    private static final double[] BIN_ENDS = {0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, Double.POSITIVE_INFINITY};

    /**
     * One bin of the reliability diagram.
     *
     * @param meanProbability mean predicted probability
     * @param fraudShare observed share of frauds
     */
    public record ReliabilityBin(long rows, double meanProbability, double fraudShare) {}

    /** Metrics of {@code probabilities[i]} for the labels {@code frauds[i]}; at least one row. */
    public static ClassificationMetrics of(double[] probabilities, boolean[] frauds) {
        ScoreRanking ranking = ScoreRanking.of(probabilities, frauds);
        List<ReliabilityBin> reliability = reliability(probabilities, frauds);
        double error = reliability.stream()
                        .mapToDouble(bin -> bin.rows() * Math.abs(bin.meanProbability() - bin.fraudShare()))
                        .sum()
                / probabilities.length;
        return new ClassificationMetrics(
                probabilities.length,
                ranking.positiveCount(),
                ranking.averagePrecision(),
                ranking.rocAuc(),
                ranking.recallAt(HALF_PERCENT),
                ranking.recallAt(ONE_PERCENT),
                error,
                IntStream.range(0, probabilities.length)
                        .mapToDouble(i -> probabilities[i])
                        .sum(),
                reliability);
    }

    /** Share of frauds. */
    public double baseRate() {
        return (double) frauds / rows;
    }

    private static List<ReliabilityBin> reliability(double[] probabilities, boolean[] frauds) {
        long[] rows = new long[BIN_ENDS.length];
        long[] fraudCounts = new long[BIN_ENDS.length];
        double[] probabilitySums = new double[BIN_ENDS.length];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = 0;
            while (probabilities[i] >= BIN_ENDS[bin]) {
                bin++;
            }
            rows[bin]++;
            fraudCounts[bin] += frauds[i] ? 1 : 0;
            probabilitySums[bin] += probabilities[i];
        }
        return IntStream.range(0, BIN_ENDS.length)
                .filter(bin -> rows[bin] > 0)
                .mapToObj(bin -> new ReliabilityBin(
                        rows[bin], probabilitySums[bin] / rows[bin], (double) fraudCounts[bin] / rows[bin]))
                .toList();
    }
}
