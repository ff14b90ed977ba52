package firedrill.dashboard.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Waiting times, counted in bins of a minute up to a week, so that memory does not grow with time; longer ones count as a
 * week.
 */
final class WaitHistogram {

    private static final long BIN_MILLIS = 60_000;
    private static final int BINS = 7 * 1_440 + 1;

    private final int[] counts = new int[BINS];
    private long total;
    private long sumMillis;

    void add(long waitMillis, int sign) {
        counts[(int) Math.max(0, Math.min(BINS - 1, waitMillis / BIN_MILLIS))] += sign;
        total += sign;
        sumMillis = SaturatingSum.of(sumMillis, sign * waitMillis);
    }

    /** Null without any. */
    @Nullable Double meanSeconds() {
        return total == 0 ? null : Double.valueOf(sumMillis / 1e3 / total);
    }

    /** The longest of the shortest {@code share}, in whole minutes, rounded down; null without any. */
    @Nullable Double quantileSeconds(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int bin = 0; bin < BINS && total > 0; bin++) {
            seen += counts[bin];
            if (seen >= wanted) {
                return bin * BIN_MILLIS / 1e3;
            }
        }
        return null;
    }
}
