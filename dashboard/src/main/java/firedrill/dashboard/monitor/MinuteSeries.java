package firedrill.dashboard.monitor;

import java.util.List;
import java.util.TreeMap;

/** The last {@value #MAX_MINUTES} simulated minutes. */
final class MinuteSeries {

    private static final int MAX_MINUTES = 360;
    private static final long MILLIS = 60_000;

    private final TreeMap<Long, MinuteTotals> byStart = new TreeMap<>();

    /** The minute that {@code timeMillis} falls in; what is older than the oldest kept goes to a minute of its own. */
    MinuteTotals at(long timeMillis) {
        var minute = byStart.computeIfAbsent(Math.floorDiv(timeMillis, MILLIS) * MILLIS, MinuteTotals::new);
        while (byStart.size() > MAX_MINUTES) {
            byStart.pollFirstEntry();
        }
        return minute;
    }

    List<MinuteRow> rows() {
        return byStart.values().stream().map(MinuteRow::of).toList();
    }
}
