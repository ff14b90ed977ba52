package firedrill.dashboard.monitor;

import java.util.ArrayDeque;

/** Events and decisions per second of wall time, over the last five seconds. */
final class ThroughputMeter {

    private static final long WINDOW_NANOS = 5_000_000_000L;

    private final ArrayDeque<CountSample> samples = new ArrayDeque<>();

    /** Samples the counts; the rates are those between the oldest sample kept and this one. */
    PerSecond sample(long nowNanos, long events, long decisions) {
        var now = new CountSample(nowNanos, events, decisions);
        samples.add(now);
        var oldest = samples.getFirst();
        while (samples.size() > 2 && nowNanos - oldest.nanos > WINDOW_NANOS) {
            samples.removeFirst();
            oldest = samples.getFirst();
        }
        double seconds = (nowNanos - oldest.nanos) / 1e9;
        return seconds <= 0
                ? new PerSecond(0, 0)
                : new PerSecond((events - oldest.events) / seconds, (decisions - oldest.decisions) / seconds);
    }

    private record CountSample(long nanos, long events, long decisions) {}

    /** Both rates. */
    record PerSecond(double events, double decisions) {}
}
