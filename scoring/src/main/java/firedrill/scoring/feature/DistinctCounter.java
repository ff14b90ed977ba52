package firedrill.scoring.feature;

import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.Windows;

/**
 * How many others share one thing within a window: exact as long as a {@link RecentIds} holds all of them, a sketch beyond.
 *
 * @param window of the sketch; the set looks back as far, to the millisecond
 */
record DistinctCounter(TiledWindow window) {

    static final DistinctCounter WEEKLY = new DistinctCounter(Windows.SKETCH_WEEK);
    static final DistinctCounter MINUTELY = new DistinctCounter(Windows.SKETCH_MINUTE);

    /**
     * Distinct ids other than {@code id} within the window; beyond {@value RecentIds#CAPACITY} to within some
     * {@value SketchState#STANDARD_ERROR_PERCENT} %.
     */
    double countOthers(long[] ids, SketchState crowd, long id, long nowMillis) {
        int exact = RecentIds.countOthersSince(ids, id, EventTimes.minus(nowMillis, window.length()));
        if (exact < RecentIds.CAPACITY - 1 || crowd.isEmpty()) {
            return exact;
        }
        return Math.max(exact, Math.rint(crowd.count(window, nowMillis) - 1));
    }

    /** Notes that {@code id} was met; returns the set, as {@link RecentIds#add} does. */
    long[] add(long[] ids, SketchState crowd, long id, long timeMillis) {
        if (RecentIds.isFull(ids)) {
            addToSketch(ids, crowd, id, timeMillis);
        }
        return RecentIds.add(ids, id, timeMillis);
    }

    private void addToSketch(long[] ids, SketchState crowd, long id, long timeMillis) {
        if (RecentIds.oldestMillis(ids) <= EventTimes.minus(timeMillis, window.length())) {
            // Whoever was seen within the window is in the set.
            crowd.reset();
            return;
        }
        long lastMillis = RecentIds.lastSeen(ids, id);
        if (crowd.isEmpty() && lastMillis == EventTimes.NEVER) {
            RecentIds.forEach(ids, (each, seenMillis) -> crowd.add(window, each, seenMillis));
        }
        boolean isNoted = lastMillis != EventTimes.NEVER
                && Math.floorDiv(lastMillis, window.tileMillis()) == Math.floorDiv(timeMillis, window.tileMillis());
        if (!isNoted && (!crowd.isEmpty() || lastMillis == EventTimes.NEVER)) {
            crowd.add(window, id, timeMillis);
        }
    }
}
