package firedrill.ingest.scenario;

import java.time.Duration;

/**
 * An incident on the timeline of a scenario.
 *
 * @param start when it begins, since the start of the scenario
 * @param duration how long it goes on
 */
public record ScheduledIncident(Incident incident, Duration start, Duration duration) {

    public ScheduledIncident {
        if (start.isNegative()) {
            throw new IllegalArgumentException("at must not be negative, was " + start);
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("for must be positive, was " + duration);
        }
    }

    /** When it is over, since the start of the scenario. */
    public Duration end() {
        return start.plus(duration);
    }
}
