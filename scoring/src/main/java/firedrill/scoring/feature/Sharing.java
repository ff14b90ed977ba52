package firedrill.scoring.feature;

/** How many users share one thing. */
final class Sharing {

    /** With the user who asks, a set's capacity: up to here the count is exact. */
    private static final int MOST = RecentIds.CAPACITY - 1;

    /** Distinct users other than {@code userId} in the last week, at most {@value #MOST}. */
    static int othersInAWeek(long[] users, long userId, long nowMillis) {
        return Math.min(RecentIds.othersSince(users, userId, Moments.weekBefore(nowMillis)), MOST);
    }

    private Sharing() {}
}
