package firedrill.scoring.feature;

import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.Windows;

/**
 * Counts the distinct other ids within a window: exact while {@link RecentIds} holds all of them, by a sketch beyond.
 *
 * @param window window of the sketch; the set covers the same length to the millisecond
 */
record DistinctCounter(TiledWindow window) {

    static final DistinctCounter WEEKLY = new DistinctCounter(Windows.SKETCH_WEEK);
    static final DistinctCounter MINUTELY = new DistinctCounter(Windows.SKETCH_MINUTE);

    /**
     * Distinct ids other than {@code id} within the window; beyond {@value RecentIds#CAPACITY} to within some
     * {@value SketchState#STANDARD_ERROR_PERCENT} %.
     */
    double countOthers(long[] ids, SketchState sketch, long id, long nowMillis) {
        int exact = RecentIds.countOthersSince(ids, id, EventTimes.minus(nowMillis, window.length()));
        if (exact < RecentIds.CAPACITY - 1 || sketch.isEmpty()) {
            return exact;
        }
        return Math.max(exact, Math.rint(sketch.count(window, nowMillis) - 1));
    }

    /** Adds {@code id}; returns the set, as {@link RecentIds#add} does. */
    long[] add(long[] ids, SketchState sketch, long id, long timeMillis) {
        if (RecentIds.isFull(ids)) {
            addToSketch(ids, sketch, id, timeMillis);
        }
        return RecentIds.add(ids, id, timeMillis);
    }

    private void addToSketch(long[] ids, SketchState sketch, long id, long timeMillis) {
        if (RecentIds.oldestMillis(ids) <= EventTimes.minus(timeMillis, window.length())) {
            // The set holds every id within the window.
            sketch.reset();
            return;
        }
        long lastMillis = RecentIds.lastSeen(ids, id);
        if (sketch.isEmpty() && lastMillis == EventTimes.NEVER) {
            RecentIds.forEach(ids, (each, seenMillis) -> sketch.add(window, each, seenMillis));
        }
        boolean isInTile = lastMillis != EventTimes.NEVER
                && Math.floorDiv(lastMillis, window.tileMillis()) == Math.floorDiv(timeMillis, window.tileMillis());
        if (!isInTile && (!sketch.isEmpty() || lastMillis == EventTimes.NEVER)) {
            sketch.add(window, id, timeMillis);
        }
    }
}
