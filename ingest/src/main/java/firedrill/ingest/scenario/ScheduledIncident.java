package firedrill.ingest.scenario;

import java.time.Duration;

/**
 * An incident on the timeline of a scenario.
 *
 * @param start time since the start of the scenario, at least 0
 * @param duration above 0
 */
public record ScheduledIncident(Incident incident, Duration start, Duration duration) {

    public ScheduledIncident {
        // The messages begin with the keys of the scenario file, by which ScenarioFile finds the line.
        if (start.isNegative()) {
            throw new IllegalArgumentException("at must not be negative, was " + start);
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("for must be positive, was " + duration);
        }
    }

    /** End of the incident, since the start of the scenario. */
    public Duration end() {
        return start.plus(duration);
    }
}
