package firedrill.ingest.kafka;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Clocks outside of the simulation.
 *
 * @param clock shared with other processes; stamps published records
 * @param nanoTime monotonic, as {@code System.nanoTime()}; measures durations
 */
public record WallClock(Clock clock, LongSupplier nanoTime) {

    long monotonicNanos() {
        return nanoTime.getAsLong();
    }

    /** Epoch microseconds. */
    long epochMicros() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }
}
