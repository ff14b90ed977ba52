package firedrill.scoring.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A metric with its confidence interval and number of frauds.
 *
 * @param value null if undefined
 * @param low lower end of the 95 % bootstrap interval; null with too few frauds or users
 * @param high upper end
 * @param frauds number of frauds that the metric is computed from
 */
public record Estimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long frauds) {

    /** The metric, its interval and the number of frauds as text, with {@code decimals} digits. */
    public String format(int decimals) {
        if (value == null) {
            return "not available (" + frauds + " frauds)";
        }
        String format = "%." + decimals + "f";
        String interval = low == null || high == null
                ? "interval not available"
                : (format + " to " + format).formatted(low, high);
        return (format + " (%s, %,d frauds)").formatted(value, interval, frauds);
    }
}
