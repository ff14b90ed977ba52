package firedrill.ingest.scenario;

import firedrill.ingest.parameters.ParameterOverride;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.ingest.parameters.ParameterValue;
import firedrill.ingest.scenario.Incident.PriceFall;
import firedrill.ingest.scenario.Incident.PriceRise;
import firedrill.ingest.yaml.YamlException;
import firedrill.ingest.yaml.YamlNode;
import firedrill.ingest.yaml.YamlNode.YamlField;
import firedrill.ingest.yaml.YamlNode.YamlMapping;
import firedrill.ingest.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;

/**
 * Reads scenarios in YAML:
 *
 * <pre>
 * id: crash-day
 * title: The market falls
 * briefing: What the operator reads beforehand.
 * length: 5h
 * timeline:
 *   - at: 40m
 *     for: 30m
 *     incident: price-fall
 *     percent: 12
 *   - {at: 3h, for: 1h, incident: price-rise, percent: 5}
 * parameters:
 *   customer.churn.peopleTold: 20
 * </pre>
 *
 * <p>Unknown keys are refused, so that a misspelt key does not silently change the scenario.
 */
public final class ScenarioFile {

    private static final Set<String> KEYS = Set.of("id", "title", "briefing", "length", "timeline", "parameters");
    private static final Set<String> INCIDENT_KEYS = Set.of("at", "for", "incident", "percent");

    private final String name;

    private ScenarioFile(String name) {
        this.name = name;
    }

    /**
     * Reads the scenario in {@code text}, UTF-8.
     *
     * @param name name of the file, for messages
     * @throws BadScenarioException with the line and the reason, if it cannot be played
     */
    public static Scenario read(String name, InputStream text) throws BadScenarioException {
        return read(name, new InputStreamReader(text, StandardCharsets.UTF_8));
    }

    /**
     * Reads the scenario in {@code text}.
     *
     * @param name name of the file, for messages
     * @throws BadScenarioException with the line and the reason, if it cannot be played
     */
    public static Scenario read(String name, Reader text) throws BadScenarioException {
        try {
            StringWriter yaml = new StringWriter();
            text.transferTo(yaml);
            return new ScenarioFile(name).scenario(YamlReader.read(name, yaml.toString()));
        } catch (YamlException e) {
            throw new BadScenarioException(name, e.position().line(), e.reason(), e);
        } catch (IOException e) {
            throw new BadScenarioException(name, "cannot be read: " + e.getMessage());
        }
    }

    private Scenario scenario(YamlNode root) throws BadScenarioException, YamlException {
        YamlMapping table = table(root, KEYS, "a scenario is a list of 'key: value' lines");
        var timeline = new ArrayList<ScheduledIncident>();
        for (YamlNode row : rows(table)) {
            timeline.add(scheduled(row));
        }
        Duration length = duration(table, "length");
        try {
            return new Scenario(
                    text(table, "id"),
                    text(table, "title"),
                    text(table, "briefing"),
                    length,
                    timeline,
                    parameters(table));
        } catch (IllegalArgumentException outOfRange) {
            throw bad(lineOf(table, outOfRange), outOfRange);
        }
    }

    private Map<String, ParameterValue> parameters(YamlMapping table) throws BadScenarioException, YamlException {
        YamlField field = table.fields().get("parameters");
        if (field == null) {
            return Map.of();
        }
        YamlMapping values = field.value()
                .mapping()
                .orElseThrow(() -> bad(field, "parameters must be a list of 'name: value' lines"));
        return ParameterSet.load(ParameterSet.WORLD)
                .with(name, ParameterOverride.of(name, values))
                .overrides();
    }

    private ScheduledIncident scheduled(YamlNode row) throws BadScenarioException {
        YamlMapping table = table(row, INCIDENT_KEYS, "an incident is a list of 'key: value' lines");
        DoubleFunction<Incident> kind = kind(table);
        Duration start = duration(table, "at");
        Duration duration = duration(table, "for");
        double percent = number(table, "percent");
        try {
            return new ScheduledIncident(kind.apply(percent), start, duration);
        } catch (IllegalArgumentException outOfRange) {
            throw bad(lineOf(table, outOfRange), outOfRange);
        }
    }

    private DoubleFunction<Incident> kind(YamlMapping table) throws BadScenarioException {
        String kind = text(table, "incident");
        return switch (kind) {
            case "price-fall" -> PriceFall::new;
            case "price-rise" -> PriceRise::new;
            default ->
                throw bad(
                        field(table, "incident"), "unknown incident '" + kind + "'; known are price-fall, price-rise");
        };
    }

    private List<YamlNode> rows(YamlMapping table) throws BadScenarioException {
        YamlField field = field(table, "timeline");
        return field.value()
                .sequence()
                .orElseThrow(() -> bad(field, "timeline must be a list of incidents; [] if there are none"))
                .values();
    }

    private YamlMapping table(YamlNode node, Set<String> known, String reason) throws BadScenarioException {
        YamlMapping table = node.mapping().orElseThrow(() -> bad(node.position().line(), reason));
        for (var field : table.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                throw bad(
                        field.getValue().position().line(),
                        "unknown key '" + field.getKey() + "'; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return table;
    }

    private YamlField field(YamlMapping table, String key) throws BadScenarioException {
        YamlField field = table.fields().get(key);
        if (field == null) {
            throw bad(table.position().line(), key + " is missing");
        }
        return field;
    }

    private String text(YamlMapping table, String key) throws BadScenarioException {
        YamlField field = field(table, key);
        return field.value()
                .scalar()
                .map(scalar -> scalar.value().strip())
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> bad(field, key + " must be a text"));
    }

    private double number(YamlMapping table, String key) throws BadScenarioException {
        String text = text(table, key);
        List<Double> numbers = ParameterValue.of(text).numbers();
        if (numbers.isEmpty()) {
            throw bad(field(table, key), key + " must be a number, was '" + text + "'");
        }
        return numbers.get(0);
    }

    private Duration duration(YamlMapping table, String key) throws BadScenarioException {
        String text = text(table, key);
        Optional<Duration> length = DurationParser.parse(text);
        if (length.isEmpty()) {
            throw bad(
                    field(table, key),
                    key + " must be a length of time such as 90s, 40m, 6h or 1h30m, was '" + text + "'");
        }
        return length.get();
    }

    /** The messages of the records begin with the key at fault; the line of the table if it is not a key of the table. */
    private static int lineOf(YamlMapping table, IllegalArgumentException outOfRange) {
        String message = String.valueOf(outOfRange.getMessage());
        YamlField field = table.fields().get(message.substring(0, Math.max(0, message.indexOf(' '))));
        return field == null ? table.position().line() : field.position().line();
    }

    private BadScenarioException bad(int line, IllegalArgumentException outOfRange) {
        return new BadScenarioException(name, line, String.valueOf(outOfRange.getMessage()), outOfRange);
    }

    private BadScenarioException bad(YamlField field, String reason) {
        return bad(field.position().line(), reason);
    }

    private BadScenarioException bad(int line, String reason) {
        return new BadScenarioException(name, line, reason, null);
    }
}
