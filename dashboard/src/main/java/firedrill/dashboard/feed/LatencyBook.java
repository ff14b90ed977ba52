package firedrill.dashboard.feed;

import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Decision latencies of a run, and of its last ten seconds; microseconds of wall time, three digits, at worst 0.1 % off.
 *
 * <p>Written by the exchange's thread, read by the page's.
 */
public final class LatencyBook {

    private static final int SECONDS = 10;
    private static final long LONGEST_MICROS = 600_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Histogram whole = new Histogram(LONGEST_MICROS, 3);
    private final Histogram[] ring = new Histogram[SECONDS];
    private long second = Long.MIN_VALUE;

    /** An empty book. */
    public LatencyBook() {
        for (int i = 0; i < SECONDS; i++) {
            ring[i] = new Histogram(LONGEST_MICROS, 3);
        }
    }

    /** Adds one latency, read at {@code nowNanos} of a monotonic clock. */
    public synchronized void add(long micros, long nowNanos) {
        long bounded = Math.max(0, Math.min(LONGEST_MICROS, micros));
        turnTo(nowNanos);
        whole.recordValue(bounded);
        slot(second).recordValue(bounded);
    }

    /** Over the last ten seconds; empty if there was none. */
    public synchronized Optional<Percentiles> recent(long nowNanos) {
        turnTo(nowNanos);
        var sum = new Histogram(LONGEST_MICROS, 3);
        for (var part : ring) {
            sum.add(part);
        }
        return Percentiles.of(sum);
    }

    /** Over the whole run; empty before the first. */
    public synchronized Optional<Percentiles> whole() {
        return Percentiles.of(whole);
    }

    private void turnTo(long nowNanos) {
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
    public record Percentiles(double p50Millis, double p99Millis, double p999Millis, double maxMillis) {

        static Optional<Percentiles> of(Histogram micros) {
            if (micros.getTotalCount() == 0) {
                return Optional.empty();
            }
            return Optional.of(new Percentiles(
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getValueAtPercentile(99.9) / 1e3,
                    micros.getMaxValue() / 1e3));
        }
    }
}
