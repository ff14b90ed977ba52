package firedrill.dashboard.feed;

import java.util.List;
import java.util.TreeMap;

/** The last {@value #KEPT} simulated minutes. */
final class Minutes {

    private static final int KEPT = 360;
    private static final long MILLIS = 60_000;

    private final TreeMap<Long, Minute> byStart = new TreeMap<>();

    /** The minute that {@code timeMillis} falls in; what is older than the oldest kept goes to a minute of its own. */
    Minute at(long timeMillis) {
        var minute = byStart.computeIfAbsent(Math.floorDiv(timeMillis, MILLIS) * MILLIS, Minute::new);
        while (byStart.size() > KEPT) {
            byStart.pollFirstEntry();
        }
        return minute;
    }

    List<MinuteRow> rows() {
        return byStart.values().stream().map(MinuteRow::of).toList();
    }
}
