package firedrill.scoring.feature;

/**
 * How many others share one thing within a window: exact as long as a {@link RecentIds} holds all of them, a sketch beyond.
 *
 * @param window of the sketch; the set looks back as far, to the millisecond
 */
record Company(TiledWindow window) {

    static final Company OF_A_WEEK = new Company(Windows.WEEK_OF_DAYS);
    static final Company OF_A_MINUTE = new Company(Windows.MINUTE_ROUGHLY);

    /**
     * Distinct ids other than {@code id} within the window; beyond {@value RecentIds#CAPACITY} to within some
     * {@value CrowdState#STANDARD_ERROR_PERCENT} %.
     */
    double others(long[] ids, CrowdState crowd, long id, long nowMillis) {
        int exact = RecentIds.othersSince(ids, id, Moments.before(nowMillis, window.length()));
        if (exact < RecentIds.CAPACITY - 1 || crowd.isEmpty()) {
            return exact;
        }
        return Math.max(exact, Math.rint(crowd.count(window, nowMillis) - 1));
    }

    /** Notes that {@code id} was met; returns the set, as {@link RecentIds#saw} does. */
    long[] saw(long[] ids, CrowdState crowd, long id, long timeMillis) {
        if (RecentIds.isFull(ids)) {
            crowd(ids, crowd, id, timeMillis);
        }
        return RecentIds.saw(ids, id, timeMillis);
    }

    private void crowd(long[] ids, CrowdState crowd, long id, long timeMillis) {
        if (RecentIds.oldestMillis(ids) <= Moments.before(timeMillis, window.length())) {
            // Whoever was seen within the window is in the set.
            crowd.forget();
            return;
        }
        long lastMillis = RecentIds.lastSeen(ids, id);
        if (crowd.isEmpty() && lastMillis == Moments.NEVER) {
            RecentIds.forEach(ids, (each, seenMillis) -> crowd.saw(window, each, seenMillis));
        }
        boolean isNoted = lastMillis != Moments.NEVER
                && Math.floorDiv(lastMillis, window.tileMillis()) == Math.floorDiv(timeMillis, window.tileMillis());
        if (!isNoted && (!crowd.isEmpty() || lastMillis == Moments.NEVER)) {
            crowd.saw(window, id, timeMillis);
        }
    }
}
