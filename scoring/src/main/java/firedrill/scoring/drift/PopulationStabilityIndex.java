package firedrill.scoring.drift;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The population stability index against one reference, and its critical value.
 *
 * <p>The index is the sum over bins of {@code (p - q) ln(p / q)}, 0 for equal distributions. Half a count is added to
 * every bin on both sides, which keeps it finite and its tail correct down to samples of 100. Without drift it is
 * distributed as chi-square with {@code bins - 1} degrees of freedom, times {@code 1/N + 1/M}; so a fixed limit alarms
 * too often in small samples and too rarely in large ones (B. Yurdakul, "Statistical Properties of Population Stability
 * Index", Western Michigan University, 2018).
 */
final class PopulationStabilityIndex {

    private static final double PSEUDO_COUNT = 0.5;

    private final double[] shares;
    private final double[] logShares;
    private final double referenceSampleSize;
    private final double quantile;

    PopulationStabilityIndex(ReferenceDistribution reference, double confidence) {
        long[] counts = reference.counts();
        shares = new double[counts.length];
        logShares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = (counts[i] + PSEUDO_COUNT) / (reference.sampleSize() + PSEUDO_COUNT * counts.length);
            logShares[i] = StrictMath.log(shares[i]);
        }
        referenceSampleSize = reference.sampleSize();
        quantile = ChiSquaredDistribution.of(counts.length - 1).inverseCumulativeProbability(confidence);
    }

    /**
     * The index of {@code counts}, at least 0.
     *
     * @param counts shape {@code [bins]}
     * @param sample their sum
     */
    double of(long[] counts, long sample) {
        double index = 0;
        for (int i = 0; i < counts.length; i++) {
            double share = (counts[i] + PSEUDO_COUNT) / (sample + PSEUDO_COUNT * counts.length);
            index += (share - shares[i]) * (StrictMath.log(share) - logShares[i]);
        }
        // Every summand is at least 0, except for rounding.
        return Math.max(0, index);
    }

    /** Value that the index of {@code sample} values must exceed to be significant. */
    double criticalValue(long sample) {
        return quantile * (1.0 / sample + 1.0 / referenceSampleSize);
    }
}
