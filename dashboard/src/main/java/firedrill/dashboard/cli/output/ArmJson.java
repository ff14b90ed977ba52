package firedrill.dashboard.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import firedrill.dashboard.lab.Arm;
import java.util.List;
import java.util.Map;

/**
 * The JSON of an arm: its figures, and as null the keys of the contract that nothing computes yet.
 *
 * <p>A key leaves this list once a component of {@link Arm} or its bill provides it.
 */
public final class ArmJson {

    /** Contract keys without a figure, by the key that precedes them. */
    private static final Map<String, List<String>> NOT_COMPUTED = Map.of(
            "observed", List.of("weighted"),
            "timeline", List.of("timeToDetectSeconds", "timeToMitigateSeconds"),
            "shadows", List.of("score"));

    public static JsonNode of(Arm arm) {
        return withMissingKeys((ObjectNode) JsonOutput.toNode(arm));
    }

    private static ObjectNode withMissingKeys(ObjectNode figures) {
        var complete = JsonOutput.newObject();
        figures.properties().forEach(entry -> {
            var value = entry.getValue();
            complete.set(entry.getKey(), value.isObject() ? withMissingKeys((ObjectNode) value) : value);
            NOT_COMPUTED.getOrDefault(entry.getKey(), List.of()).forEach(complete::putNull);
        });
        return complete;
    }

    private ArmJson() {}
}
