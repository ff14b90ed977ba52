package firedrill.dashboard.lab;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A mean over seeds with its 95 % interval by Student's t.
 *
 * @param low null with fewer than two seeds: one run says nothing about spread
 * @param high null with fewer than two seeds
 */
public record ConfidenceInterval(
        double mean, @Nullable Double low, @Nullable Double high) {

    private static final double UPPER = 0.975;

    static ConfidenceInterval of(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        if (values.length < 2) {
            return new ConfidenceInterval(mean, null, null);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double spread = TDistribution.of(values.length - 1).inverseCumulativeProbability(UPPER)
                * Math.sqrt(squares / (values.length - 1) / values.length);
        return new ConfidenceInterval(mean, mean - spread, mean + spread);
    }
}
