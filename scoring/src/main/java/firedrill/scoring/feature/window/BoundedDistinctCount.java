package firedrill.scoring.feature.window;

import java.time.Duration;

/** Distinct count over a {@link RecentIds} set, bounded where the set stops being exact. */
public final class BoundedDistinctCount {

    /** The set's capacity less the id in question: the count is exact up to here. */
    private static final int MAX_COUNT = RecentIds.CAPACITY - 1;

    /** Distinct ids other than {@code id} within {@code window}, at most {@value #MAX_COUNT}. */
    public static int countOthers(long[] ids, long id, long nowMillis, Duration window) {
        return Math.min(RecentIds.countOthersSince(ids, id, EventTimes.minus(nowMillis, window)), MAX_COUNT);
    }

    private BoundedDistinctCount() {}
}
