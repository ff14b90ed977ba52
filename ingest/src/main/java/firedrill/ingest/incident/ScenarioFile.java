package firedrill.ingest.incident;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import firedrill.ingest.incident.Incident.PriceFall;
import firedrill.ingest.incident.Incident.Scheduled;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario from YAML; what is not understood is refused with its line.
 *
 * <pre>
 * id: crash-day
 * title: Crash day
 * briefing: What the operator is told.
 * length: 5h
 * timeline:
 *   - {at: 40m, for: 30m, incident: price-fall, percent: 12}
 * </pre>
 */
public final class ScenarioFile {

    private static final Set<String> KEYS = Set.of("id", "title", "briefing", "length", "timeline");
    private static final Set<String> INCIDENT_KEYS = Set.of("at", "for", "incident", "percent");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h|d)");

    private final String name;
    private final JsonParser parser;

    private ScenarioFile(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * The scenario that {@code text} holds.
     *
     * @param name of the file, for messages
     */
    public static Scenario read(String name, Reader text) throws BadScenarioException {
        try (var parser = new YAMLFactory().createParser(text)) {
            return new ScenarioFile(name, parser).scenario();
        } catch (JsonProcessingException broken) {
            throw new BadScenarioException(
                    name, line(broken.getLocation()), "not YAML: " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new BadScenarioException(name, 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    private static int line(@Nullable JsonLocation location) {
        return location == null ? 0 : location.getLineNr();
    }

    private Scenario scenario() throws IOException, BadScenarioException {
        var values = new LinkedHashMap<String, Text>();
        List<Scheduled> timeline = List.of();
        expect(parser.nextToken(), JsonToken.START_OBJECT, "a scenario is a list of keys, such as id and timeline");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = knownKey(KEYS);
            if (key.equals("timeline")) {
                timeline = timeline();
            } else {
                values.put(key, text(key));
            }
        }
        var id = required(values, "id", 1);
        try {
            return new Scenario(
                    id.value(),
                    required(values, "title", id.line()).value(),
                    required(values, "briefing", id.line()).value(),
                    duration(required(values, "length", id.line())),
                    timeline);
        } catch (IllegalArgumentException refused) {
            throw refuse(id.line(), refused.getMessage());
        }
    }

    private List<Scheduled> timeline() throws IOException, BadScenarioException {
        var timeline = new ArrayList<Scheduled>();
        expect(parser.nextToken(), JsonToken.START_ARRAY, "timeline is a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            timeline.add(scheduled());
        }
        return timeline;
    }

    private Scheduled scheduled() throws IOException, BadScenarioException {
        int line = here();
        expect(parser.currentToken(), JsonToken.START_OBJECT, "an entry of the timeline has keys, such as at and for");
        var values = new LinkedHashMap<String, Text>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = knownKey(INCIDENT_KEYS);
            values.put(key, text(key));
        }
        try {
            return new Scheduled(
                    incident(values, line),
                    duration(required(values, "at", line)),
                    duration(required(values, "for", line)));
        } catch (IllegalArgumentException refused) {
            throw refuse(line, refused.getMessage());
        }
    }

    private Incident incident(Map<String, Text> values, int line) throws BadScenarioException {
        var kind = required(values, "incident", line);
        if (!kind.value().equals("price-fall")) {
            throw refuse(kind.line(), "no incident is called '" + kind.value() + "'; there is price-fall");
        }
        return new PriceFall(number(required(values, "percent", line)));
    }

    private String knownKey(Set<String> known) throws IOException, BadScenarioException {
        String key = parser.currentName();
        if (!known.contains(key)) {
            throw refuse(
                    here(),
                    "unknown key '" + key + "'; known are "
                            + String.join(", ", known.stream().sorted().toList()));
        }
        return key;
    }

    private Text text(String key) throws IOException, BadScenarioException {
        if (!parser.nextToken().isScalarValue()) {
            throw refuse(here(), key + " must be one value");
        }
        return new Text(parser.getText(), here());
    }

    private Text required(Map<String, Text> values, String key, int line) throws BadScenarioException {
        var value = values.get(key);
        if (value == null || value.value().isBlank()) {
            throw refuse(line, key + " is missing");
        }
        return value;
    }

    private double number(Text text) throws BadScenarioException {
        try {
            return Double.parseDouble(text.value());
        } catch (NumberFormatException notOne) {
            throw refuse(text.line(), "'" + text.value() + "' is not a number");
        }
    }

    private Duration duration(Text text) throws BadScenarioException {
        var matcher = DURATION.matcher(text.value());
        if (!matcher.matches()) {
            throw refuse(text.line(), "'" + text.value() + "' is not a duration such as 90s, 40m, 5h or 2d");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private void expect(@Nullable JsonToken found, JsonToken wanted, String otherwise) throws BadScenarioException {
        if (found != wanted) {
            throw refuse(here(), otherwise);
        }
    }

    private int here() {
        return parser.currentTokenLocation().getLineNr();
    }

    private BadScenarioException refuse(int line, @Nullable String reason) {
        return new BadScenarioException(name, line, String.valueOf(reason));
    }

    /** A value and the line that it stands on. */
    private record Text(String value, int line) {}
}
