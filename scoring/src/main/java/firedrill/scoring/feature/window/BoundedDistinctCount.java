package firedrill.scoring.feature.window;

import java.time.Duration;

/** How many users share one thing, or how many things one user has. */
public final class BoundedDistinctCount {

    /** With the one who asks, a set's capacity: up to here the count is exact. */
    private static final int MAX_COUNT = RecentIds.CAPACITY - 1;

    /** Distinct ids other than {@code id} within {@code window}, at most {@value #MAX_COUNT}. */
    public static int countOthers(long[] ids, long id, long nowMillis, Duration window) {
        return Math.min(RecentIds.countOthersSince(ids, id, EventTimes.minus(nowMillis, window)), MAX_COUNT);
    }

    private BoundedDistinctCount() {}
}
