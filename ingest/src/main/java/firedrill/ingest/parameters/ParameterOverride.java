package firedrill.ingest.parameters;

import firedrill.ingest.yaml.YamlException;
import firedrill.ingest.yaml.YamlNode;
import firedrill.ingest.yaml.YamlNode.YamlMapping;
import firedrill.ingest.yaml.YamlPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A value for a parameter as a file gives it, and where: {@code customer.churn.peopleTold: 20}, or the same nested. */
public record ParameterOverride(String name, String text, YamlPosition position) {

    /**
     * The values in a mapping of names; a name may be written with dots or as nested mappings.
     *
     * @param file name of the file, for messages
     */
    public static List<ParameterOverride> of(String file, YamlMapping mapping) throws YamlException {
        var overrides = new ArrayList<ParameterOverride>();
        collect(file, "", mapping, overrides);
        return overrides;
    }

    private static void collect(String file, String prefix, YamlMapping mapping, List<ParameterOverride> overrides)
            throws YamlException {
        for (var entry : mapping.fields().entrySet()) {
            String name = prefix + entry.getKey();
            YamlNode value = entry.getValue().value();
            if (value.mapping().isPresent()) {
                collect(file, name + ".", value.mapping().get(), overrides);
            } else {
                overrides.add(new ParameterOverride(
                        name, text(file, value), entry.getValue().position()));
            }
        }
    }

    private static String text(String file, YamlNode value) throws YamlException {
        if (value.sequence().isEmpty()) {
            return scalar(file, value);
        }
        var elements = new ArrayList<String>();
        for (YamlNode element : value.sequence().get().values()) {
            elements.add(scalar(file, element));
        }
        return elements.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String scalar(String file, YamlNode node) throws YamlException {
        return node.scalar()
                .orElseThrow(() -> new YamlException(file, node.position(), "a number or a word is expected here"))
                .value();
    }
}
