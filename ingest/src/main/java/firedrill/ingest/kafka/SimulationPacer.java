package firedrill.ingest.kafka;

import java.time.Duration;

/**
 * Simulated time as a function of wall time.
 *
 * <p>It runs at {@code speed} times wall time. After a stall (the broker was away, the process stood still) it does not
 * jump: it catches up at no more than twice its speed, so the load after a stall is at most double and what was missed is
 * not told in one burst. A stall that is left out on purpose ({@link #pause}) is caught up in the same way.
 */
final class SimulationPacer {

    /** How much faster than its speed it may run while it is behind. */
    private static final double CATCH_UP_FACTOR = 2;
    /** One step covers at most this much wall time; what a longer stall missed is spread over the steps after it. */
    private static final long LONGEST_STEP_NANOS = Duration.ofMillis(20).toNanos();

    private final long startMillis;
    private final double simulatedMillisPerNano;
    private final long startNanos;
    private long lastNanos;
    private double advancedMillis;

    /**
     * A pacer that starts now.
     *
     * @param startMillis simulated time now
     * @param speed simulated seconds per second, above 0
     * @param nanos wall time now, as {@code System.nanoTime()} counts
     */
    SimulationPacer(long startMillis, double speed, long nanos) {
        if (!(speed > 0 && Double.isFinite(speed))) {
            throw new IllegalArgumentException("speed must be above 0, was " + speed);
        }
        this.startMillis = startMillis;
        this.simulatedMillisPerNano = speed / 1e6;
        this.startNanos = nanos;
        this.lastNanos = nanos;
    }

    /** Steps to wall time {@code nanos}. */
    long advance(long nanos) {
        long stepNanos = Math.min(nanos - lastNanos, LONGEST_STEP_NANOS);
        double due = (nanos - startNanos) * simulatedMillisPerNano;
        double reachable = advancedMillis + CATCH_UP_FACTOR * stepNanos * simulatedMillisPerNano;
        advancedMillis = Math.max(advancedMillis, Math.min(due, reachable));
        lastNanos = nanos;
        return nowMillis();
    }

    /** Lets wall time pass while simulated time stands. */
    void pause(long nanos) {
        lastNanos = nanos;
    }

    /** Simulated time of the last step. */
    long nowMillis() {
        return startMillis + (long) advancedMillis;
    }

    /** How far simulated time was behind where its speed would have it, at the last step, in simulated milliseconds. */
    long lagMillis() {
        return Math.max(0, (long) ((lastNanos - startNanos) * simulatedMillisPerNano - advancedMillis));
    }
}
