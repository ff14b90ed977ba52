package firedrill.ingest.kafka;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Time outside of the simulation.
 *
 * @param clock what other processes read too: it stamps what is published
 * @param nanoTime a clock that never jumps, as {@code System.nanoTime()}: it measures
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
