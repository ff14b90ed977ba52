package firedrill.dashboard.monitor;

import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Decision latencies of a run, and of its last ten seconds; microseconds of wall time, three digits, at worst 0.1 % off.
 *
 * <p>Written by the exchange's thread, read by the page's.
 */
public final class LatencyRecorder {

    private static final int SECONDS = 10;
    private static final long MAX_MICROS = 600_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Histogram overall = new Histogram(MAX_MICROS, 3);
    private final Histogram[] ring = new Histogram[SECONDS];
    private long second = Long.MIN_VALUE;

    /** A recorder without latencies. */
    public LatencyRecorder() {
        for (int i = 0; i < SECONDS; i++) {
            ring[i] = new Histogram(MAX_MICROS, 3);
        }
    }

    /** Adds one latency, read at {@code nowNanos} of a monotonic clock. */
    public synchronized void record(long micros, long nowNanos) {
        long bounded = Math.max(0, Math.min(MAX_MICROS, micros));
        advanceTo(nowNanos);
        overall.recordValue(bounded);
        slot(second).recordValue(bounded);
    }

    /** Over the last ten seconds; empty if there was none. */
    public synchronized Optional<LatencyPercentiles> recent(long nowNanos) {
        advanceTo(nowNanos);
        var sum = new Histogram(MAX_MICROS, 3);
        for (var part : ring) {
            sum.add(part);
        }
        return LatencyPercentiles.of(sum);
    }

    /** Over the whole run; empty before the first. */
    public synchronized Optional<LatencyPercentiles> overall() {
        return LatencyPercentiles.of(overall);
    }

    private void advanceTo(long nowNanos) {
        long now = Math.floorDiv(nowNanos, NANOS_PER_SECOND);
        if (second == Long.MIN_VALUE || now - second > SECONDS) {
            second = now - SECONDS;
        }
        while (second < now) {
            second++;
            slot(second).reset();
        }
    }

    private Histogram slot(long atSecond) {
        return ring[(int) Math.floorMod(atSecond, (long) SECONDS)];
    }

    /** Wall-clock milliseconds. */
    public record LatencyPercentiles(double p50Millis, double p99Millis, double p999Millis, double maxMillis) {

        static Optional<LatencyPercentiles> of(Histogram micros) {
            if (micros.getTotalCount() == 0) {
                return Optional.empty();
            }
            return Optional.of(new LatencyPercentiles(
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getValueAtPercentile(99.9) / 1e3,
                    micros.getMaxValue() / 1e3));
        }
    }
}
