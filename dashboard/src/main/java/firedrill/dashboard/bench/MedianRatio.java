package firedrill.dashboard.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The median of ratios of neighbours, with an interval that holds the true median in at least 95 of 100 cases, whatever the
 * ratios are distributed like: the sign test turned round (H. A. David, H. N. Nagaraja, "Order Statistics", 7.1).
 *
 * @param low null with fewer than six ratios, which cannot be that sure
 * @param high null with fewer than six ratios
 */
public record MedianRatio(
        double median, @Nullable Double low, @Nullable Double high) {

    private static final double TAIL_PROBABILITY = 0.025;

    /** The median of at least one ratio. */
    static MedianRatio of(double[] ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        int outside = outside(sorted.length);
        double median = LatencyResult.quantile(sorted, 0.5);
        return outside == 0
                ? new MedianRatio(median, null, null)
                : new MedianRatio(median, rounded(sorted[outside - 1]), rounded(sorted[sorted.length - outside]));
    }

    /** Whether the interval is unknown or contains 1, so that there may be no difference. */
    public boolean includesOne() {
        return low == null || high == null || (low <= 1 && high >= 1);
    }

    /** Number of ratios at either end that may lie beyond the median by chance, the interval's bound included. */
    private static int outside(int count) {
        double term = Math.pow(0.5, count);
        double tail = term;
        int outside = 0;
        while (tail <= TAIL_PROBABILITY) {
            outside++;
            term *= (double) (count - outside + 1) / outside;
            tail += term;
        }
        return outside;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
