package firedrill.dashboard.feed;

import java.util.ArrayDeque;

/** Events and decisions per second of wall time, over the last five seconds. */
final class Rates {

    private static final long WINDOW_NANOS = 5_000_000_000L;

    private final ArrayDeque<Look> looks = new ArrayDeque<>();

    /** Looks at the counts; the rates are those between the oldest look kept and this one. */
    PerSecond look(long nowNanos, long events, long decisions) {
        var now = new Look(nowNanos, events, decisions);
        looks.add(now);
        var oldest = looks.getFirst();
        while (looks.size() > 2 && nowNanos - oldest.nanos > WINDOW_NANOS) {
            looks.removeFirst();
            oldest = looks.getFirst();
        }
        double seconds = (nowNanos - oldest.nanos) / 1e9;
        return seconds <= 0
                ? new PerSecond(0, 0)
                : new PerSecond((events - oldest.events) / seconds, (decisions - oldest.decisions) / seconds);
    }

    private record Look(long nanos, long events, long decisions) {}

    /** Both rates. */
    record PerSecond(double events, double decisions) {}
}
