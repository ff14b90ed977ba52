package firedrill.ingest.incident;

import firedrill.ingest.incident.Incident.Scheduled;
import java.time.Duration;
import java.util.List;

/**
 * Incidents with a briefing.
 *
 * @param id lower case with dashes
 * @param length how long a run of it takes, simulated
 */
public record Scenario(String id, String title, String briefing, Duration length, List<Scheduled> timeline) {

    public Scenario {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("id must be lower case letters, digits and dashes, was '" + id + "'");
        }
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("length must be above 0, was " + length);
        }
        timeline = List.copyOf(timeline);
    }
}
