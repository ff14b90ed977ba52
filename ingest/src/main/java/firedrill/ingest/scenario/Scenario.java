package firedrill.ingest.scenario;

import firedrill.ingest.market.PriceShock;
import firedrill.ingest.parameters.ParameterValue;
import firedrill.ingest.scenario.Incident.PriceRise;
import firedrill.ingest.yaml.Slug;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Script of a drill: incidents on a timeline, and the briefing that the operator reads beforehand.
 *
 * @param id lower case words joined by hyphens, at most 64 characters; the name on the command line
 * @param title at most 300 characters
 * @param briefing at most 10,000 characters
 * @param length how long one play takes, simulated, at most 30 days
 * @param timeline in any order; each incident is over when the scenario is
 * @param parameters values of parameters of the simulated world, by name; values that a run sets take precedence
 */
public record Scenario(
        String id,
        String title,
        String briefing,
        Duration length,
        List<ScheduledIncident> timeline,
        Map<String, ParameterValue> parameters) {

    private static final int MAX_ID_CHARACTERS = 64;
    private static final int MAX_TITLE_CHARACTERS = 300;
    private static final int MAX_BRIEFING_CHARACTERS = 10_000;
    private static final Duration MAX_LENGTH = Duration.ofDays(30);

    public Scenario {
        requireAtMost("id", id, MAX_ID_CHARACTERS);
        requireAtMost("title", title, MAX_TITLE_CHARACTERS);
        requireAtMost("briefing", briefing, MAX_BRIEFING_CHARACTERS);
        if (!Slug.matches(id)) {
            throw new IllegalArgumentException("id must be lower case words joined by hyphens, was '" + id + "'");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        if (length.isNegative() || length.isZero() || length.compareTo(MAX_LENGTH) > 0) {
            throw new IllegalArgumentException("length must be positive and at most 30 days, was " + length);
        }
        timeline = List.copyOf(timeline);
        parameters = Map.copyOf(parameters);
        for (ScheduledIncident scheduled : timeline) {
            if (scheduled.end().compareTo(length) > 0) {
                throw new IllegalArgumentException(
                        "an incident ends after " + scheduled.end() + ", but the scenario after " + length);
            }
        }
    }

    private static void requireAtMost(String key, String text, int characters) {
        if (text.length() > characters) {
            throw new IllegalArgumentException(
                    "%s must have at most %,d characters, has %,d".formatted(key, characters, text.length()));
        }
    }

    /** A scenario with the default parameters. */
    public Scenario(String id, String title, String briefing, Duration length, List<ScheduledIncident> timeline) {
        this(id, title, briefing, length, timeline, Map.of());
    }

    /** The same scenario with an empty timeline. */
    public Scenario withoutIncidents() {
        return new Scenario(id, title, briefing, length, List.of(), parameters);
    }

    /** The falls and rises of the index price on the timeline, in its order. */
    public List<PriceShock> priceShocks() {
        return timeline.stream()
                .map(scheduled -> new PriceShock(
                        scheduled.start(),
                        scheduled.duration(),
                        scheduled.incident().<Double>match(fall -> -fall.percent(), PriceRise::percent)))
                .toList();
    }

    /**
     * Fits the scenario to a recorded price path of this length. The result ends when the scenario or the recording does;
     * without incidents it lasts as long as the recording, at most 30 days. Later incidents are dropped, and an incident
     * that would outlast the result is cut short.
     */
    public Scenario fitToRecord(Duration recordedLength) {
        Duration maxLength = timeline.isEmpty() ? MAX_LENGTH : length;
        Duration fittedLength = recordedLength.compareTo(maxLength) < 0 ? recordedLength : maxLength;
        var fittedTimeline = timeline.stream()
                .filter(scheduled -> scheduled.start().compareTo(fittedLength) < 0)
                .map(scheduled -> scheduled.end().compareTo(fittedLength) <= 0
                        ? scheduled
                        : new ScheduledIncident(
                                scheduled.incident(), scheduled.start(), fittedLength.minus(scheduled.start())))
                .toList();
        return new Scenario(id, title, briefing, fittedLength, fittedTimeline, parameters);
    }
}
