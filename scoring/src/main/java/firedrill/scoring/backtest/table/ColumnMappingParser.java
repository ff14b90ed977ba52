package firedrill.scoring.backtest.table;

import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import java.io.StringReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping file being read. */
final class ColumnMappingParser {

    private static final String TIME_FORMAT = "timeFormat";
    private static final String SEPARATOR = "separator";
    private static final Map<String, Character> SEPARATORS =
            Map.of(",", ',', "comma", ',', ";", ';', "semicolon", ';', "\t", '\t', "tab", '\t');

    private final String name;
    private final Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
    private final Set<String> seen = new HashSet<>();
    private TimeFormat timeFormat = TimeFormat.PatternFormat.ISO;
    private char separator = ',';

    ColumnMappingParser(String name) {
        this.name = name;
    }

    ColumnMapping parse(String yaml) throws InvalidDataException {
        if (!(compose(yaml) instanceof MappingNode root)) {
            throw new InvalidDataException(name, 1, "expected lines of KEY: COLUMN, with the keys " + keys());
        }
        for (NodeTuple line : root.getValue()) {
            if (!(line.getKeyNode() instanceof ScalarNode key)) {
                throw bad(line.getKeyNode(), "expected one of the keys " + keys());
            }
            if (!seen.add(key.getValue())) {
                throw bad(key, "the key '" + key.getValue() + "' stands twice");
            }
            if (!(line.getValueNode() instanceof ScalarNode value)
                    || value.getValue().isEmpty()) {
                throw bad(line.getValueNode(), "'" + key.getValue() + "' must be a text");
            }
            assign(key, value);
        }
        for (ColumnRole role : ColumnRole.values()) {
            if (role.isRequired() && !columns.containsKey(role)) {
                throw new InvalidDataException(name, 1, "no column is given for '" + role.key() + "'");
            }
        }
        return new ColumnMapping(columns, timeFormat, separator);
    }

    private void assign(ScalarNode key, ScalarNode value) throws InvalidDataException {
        switch (key.getValue()) {
            case TIME_FORMAT -> timeFormat = timeFormat(value);
            case SEPARATOR -> separator = separator(value);
            default -> columns.put(role(key), value.getValue());
        }
    }

    private ColumnRole role(ScalarNode key) throws InvalidDataException {
        for (ColumnRole role : ColumnRole.values()) {
            if (role.key().equals(key.getValue())) {
                return role;
            }
        }
        throw bad(key, "unknown key '" + key.getValue() + "', expected " + keys());
    }

    private TimeFormat timeFormat(ScalarNode value) throws InvalidDataException {
        for (TimeFormat.EpochFormat epoch :
                new TimeFormat.EpochFormat[] {TimeFormat.EpochFormat.SECONDS, TimeFormat.EpochFormat.MILLIS}) {
            if (epoch.name().equals(value.getValue())) {
                return epoch;
            }
        }
        try {
            return TimeFormat.PatternFormat.of(value.getValue());
        } catch (IllegalArgumentException none) {
            throw bad(
                    value,
                    "'" + value.getValue() + "' is no date pattern such as dd/MM/yyyy HH:mm, and neither epoch-seconds"
                            + " nor epoch-millis");
        }
    }

    private char separator(ScalarNode value) throws InvalidDataException {
        Character known = SEPARATORS.get(value.getValue());
        if (known == null) {
            throw bad(value, "the separator is comma, semicolon or tab, not '" + value.getValue() + "'");
        }
        return known;
    }

    private @Nullable Node compose(String yaml) throws InvalidDataException {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            long line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1L;
            throw new InvalidDataException(name, line, "not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new InvalidDataException(name, 1, "not YAML: " + broken.getMessage());
        }
    }

    private static String keys() {
        return Stream.concat(Arrays.stream(ColumnRole.values()).map(ColumnRole::key), Stream.of(TIME_FORMAT, SEPARATOR))
                .collect(Collectors.joining(", "));
    }

    private InvalidDataException bad(Node where, String reason) {
        return new InvalidDataException(name, where.getStartMark().getLine() + 1L, reason);
    }
}
