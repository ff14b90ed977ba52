package firedrill.scoring.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How probabilities fared against what happened. Rows with equal probabilities share what the boundary between them
 * gives, so the order of the rows does not matter.
 *
 * @param averagePrecision area under the precision-recall curve, by steps; 0 without a fraud
 * @param rocAuc chance that a fraud has a higher probability than an honest row; 0.5 where one of them is missing
 * @param calibrationError expected calibration error over {@code reliability}, in units of probability
 * @param expectedFrauds sum of the probabilities: about {@code frauds} if they are right
 * @param reliability bins that had rows, from the lowest probability up
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
    /** A third of a decade each: frauds are rare, so bins of equal width would leave all but one empty. */
    private static final double[] BIN_ENDS = {0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, Double.POSITIVE_INFINITY};

    /**
     * Rows whose probabilities were alike.
     *
     * @param meanProbability what was said
     * @param fraudShare what happened
     */
    public record ReliabilityBin(long rows, double meanProbability, double fraudShare) {}

    /** Compares {@code probabilities[i]} with {@code frauds[i]}; at least one row. */
    public static ClassificationMetrics of(double[] probabilities, boolean[] frauds) {
        ScoreRanking ranking = ScoreRanking.of(probabilities, frauds);
        List<ReliabilityBin> reliability = reliability(probabilities, frauds);
        double error = reliability.stream()
                        .mapToDouble(bin -> bin.rows() * Math.abs(bin.meanProbability() - bin.fraudShare()))
                        .sum()
                / probabilities.length;
        return new ClassificationMetrics(
                probabilities.length,
                ranking.frauds(),
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
        long[] fraudulent = new long[BIN_ENDS.length];
        double[] said = new double[BIN_ENDS.length];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = 0;
            while (probabilities[i] >= BIN_ENDS[bin]) {
                bin++;
            }
            rows[bin]++;
            fraudulent[bin] += frauds[i] ? 1 : 0;
            said[bin] += probabilities[i];
        }
        return IntStream.range(0, BIN_ENDS.length)
                .filter(bin -> rows[bin] > 0)
                .mapToObj(bin ->
                        new ReliabilityBin(rows[bin], said[bin] / rows[bin], (double) fraudulent[bin] / rows[bin]))
                .toList();
    }
}
