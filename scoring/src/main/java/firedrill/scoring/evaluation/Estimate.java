package firedrill.scoring.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A figure, how sure it is, and how many frauds it stands on.
 *
 * @param value null if nothing is known
 * @param low end of the 95 % interval, by drawing users anew; null where too few stand behind it
 * @param high its other end
 * @param frauds behind the figure
 */
public record Estimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long frauds) {

    /** In words: the figure, its interval and the frauds, with {@code decimals} digits. */
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
