package firedrill.ingest.incident;

import java.time.Duration;

/**
 * An incident on the timeline of a scenario.
 *
 * @param at when it begins, since the start of the scenario
 * @param lasting how long it goes on
 */
public record Scheduled(Incident incident, Duration at, Duration lasting) {

    public Scheduled {
        if (at.isNegative()) {
            throw new IllegalArgumentException("at must not be negative, was " + at);
        }
        if (lasting.isNegative() || lasting.isZero()) {
            throw new IllegalArgumentException("for must be positive, was " + lasting);
        }
    }

    /** When it is over, since the start of the scenario. */
    public Duration end() {
        return at.plus(lasting);
    }
}
