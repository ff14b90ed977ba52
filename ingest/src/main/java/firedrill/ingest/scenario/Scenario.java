package firedrill.ingest.scenario;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a drill plays: incidents on a timeline, and what the operator is told beforehand.
 *
 * @param id lower case words joined by hyphens; the name on the command line
 * @param length how long one play takes, simulated, at most 30 days
 * @param timeline in any order; each incident is over when the scenario is
 */
public record Scenario(String id, String title, String briefing, Duration length, List<ScheduledIncident> timeline) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Duration MAX_LENGTH = Duration.ofDays(30);

    public Scenario {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be lower case words joined by hyphens, was '" + id + "'");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        if (length.isNegative() || length.isZero() || length.compareTo(MAX_LENGTH) > 0) {
            throw new IllegalArgumentException("length must be positive and at most 30 days, was " + length);
        }
        timeline = List.copyOf(timeline);
        for (ScheduledIncident scheduled : timeline) {
            if (scheduled.end().compareTo(length) > 0) {
                throw new IllegalArgumentException(
                        "an incident ends after " + scheduled.end() + ", but the scenario after " + length);
            }
        }
    }

    /**
     * The same on a price path that is on record for so long. It ends when the scenario or the record does; but if nothing
     * is on the timeline, what happens is what the record holds, so it lasts as long as the record, at most 30 days.
     * Incidents that would outlast it are cut short.
     */
    public Scenario fitToRecord(Duration record) {
        Duration most = timeline.isEmpty() ? MAX_LENGTH : length;
        Duration lasting = record.compareTo(most) < 0 ? record : most;
        var kept = timeline.stream()
                .filter(scheduled -> scheduled.start().compareTo(lasting) < 0)
                .map(scheduled -> scheduled.end().compareTo(lasting) <= 0
                        ? scheduled
                        : new ScheduledIncident(
                                scheduled.incident(), scheduled.start(), lasting.minus(scheduled.start())))
                .toList();
        return new Scenario(id, title, briefing, lasting, kept);
    }
}
