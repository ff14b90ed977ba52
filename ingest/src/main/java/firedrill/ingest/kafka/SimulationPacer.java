package firedrill.ingest.kafka;

import java.time.Duration;

/**
 * Simulated time as a function of wall time.
 *
 * <p>Simulated time runs at {@code speed} times wall time. After a stall of the broker or the process it does not jump: it
 * catches up at no more than twice its speed, so that the load at most doubles. A pause ({@link #pause}) is caught up in
 * the same way.
 */
final class SimulationPacer {

    /** Upper bound of the speed while behind, as a multiple of the usual one. */
    private static final double CATCH_UP_FACTOR = 2;
    /** Wall time that one step covers at most; a longer stall is spread over the following steps. */
    private static final long MAX_STEP_NANOS = Duration.ofMillis(20).toNanos();

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

    /** Advances to wall time {@code nanos}; returns the simulated time. */
    long advance(long nanos) {
        long stepNanos = Math.min(nanos - lastNanos, MAX_STEP_NANOS);
        double due = (nanos - startNanos) * simulatedMillisPerNano;
        double reachable = advancedMillis + CATCH_UP_FACTOR * stepNanos * simulatedMillisPerNano;
        advancedMillis = Math.max(advancedMillis, Math.min(due, reachable));
        lastNanos = nanos;
        return nowMillis();
    }

    /** Lets wall time pass without simulated time. */
    void pause(long nanos) {
        lastNanos = nanos;
    }

    /** Simulated time of the last step. */
    long nowMillis() {
        return startMillis + (long) advancedMillis;
    }

    /** Delay of simulated time behind its speed at the last step, in simulated milliseconds. */
    long lagMillis() {
        return Math.max(0, (long) ((lastNanos - startNanos) * simulatedMillisPerNano - advancedMillis));
    }
}
