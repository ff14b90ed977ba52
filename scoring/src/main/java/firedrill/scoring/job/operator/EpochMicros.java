package firedrill.scoring.job.operator;

import java.time.Clock;
import java.time.Instant;

/** Wall clock in epoch microseconds. */
final class EpochMicros {

    static long now(Clock clock) {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    private EpochMicros() {}
}
