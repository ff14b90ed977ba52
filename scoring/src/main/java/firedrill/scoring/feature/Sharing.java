package firedrill.scoring.feature;

import java.time.Duration;

/** How many users share one thing, or how many things one user has. */
final class Sharing {

    /** With the one who asks, a set's capacity: up to here the count is exact. */
    private static final int MOST = RecentIds.CAPACITY - 1;

    /** Distinct ids other than {@code id} within {@code window}, at most {@value #MOST}. */
    static int othersSince(long[] ids, long id, long nowMillis, Duration window) {
        return Math.min(RecentIds.othersSince(ids, id, Moments.before(nowMillis, window)), MOST);
    }

    private Sharing() {}
}
