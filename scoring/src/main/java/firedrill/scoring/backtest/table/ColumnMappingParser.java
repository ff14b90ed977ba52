package firedrill.scoring.backtest.table;

import firedrill.ingest.yaml.YamlException;
import firedrill.ingest.yaml.YamlNode;
import firedrill.ingest.yaml.YamlNode.YamlField;
import firedrill.ingest.yaml.YamlNode.YamlScalar;
import firedrill.ingest.yaml.YamlPosition;
import firedrill.ingest.yaml.YamlReader;
import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses a mapping file. */
final class ColumnMappingParser {

    private static final String TIME_FORMAT = "timeFormat";
    private static final String SEPARATOR = "separator";
    private static final Map<String, Character> SEPARATORS =
            Map.of(",", ',', "comma", ',', ";", ';', "semicolon", ';', "\t", '\t', "tab", '\t');

    private final String name;
    private final Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
    private TimeFormat timeFormat = TimeFormat.PatternFormat.ISO;
    private char separator = ',';

    ColumnMappingParser(String name) {
        this.name = name;
    }

    ColumnMapping parse(String yaml) throws InvalidDataException {
        for (Map.Entry<String, YamlField> entry : fields(yaml).entrySet()) {
            YamlNode node = entry.getValue().value();
            YamlScalar value = node.scalar()
                    .filter(scalar -> !scalar.value().isEmpty())
                    .orElseThrow(() -> invalid(node.position(), "'" + entry.getKey() + "' must be a text"));
            assign(entry.getKey(), entry.getValue().position(), value);
        }
        for (ColumnRole role : ColumnRole.values()) {
            if (role.isRequired() && !columns.containsKey(role)) {
                throw invalid(YamlPosition.START, "no column is given for '" + role.key() + "'");
            }
        }
        return new ColumnMapping(columns, timeFormat, separator);
    }

    private Map<String, YamlField> fields(String yaml) throws InvalidDataException {
        try {
            return YamlReader.read(name, yaml)
                    .mapping()
                    .orElseThrow(
                            () -> invalid(YamlPosition.START, "expected lines of KEY: COLUMN, with the keys " + keys()))
                    .fields();
        } catch (YamlException e) {
            throw invalid(e.position(), e.reason());
        }
    }

    private void assign(String key, YamlPosition position, YamlScalar value) throws InvalidDataException {
        switch (key) {
            case TIME_FORMAT -> timeFormat = timeFormat(value);
            case SEPARATOR -> separator = separator(value);
            default -> columns.put(role(key, position), value.value());
        }
    }

    private ColumnRole role(String key, YamlPosition position) throws InvalidDataException {
        return Arrays.stream(ColumnRole.values())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(() -> invalid(position, "unknown key '" + key + "', expected " + keys()));
    }

    private TimeFormat timeFormat(YamlScalar value) throws InvalidDataException {
        try {
            return TimeFormat.of(value.value());
        } catch (IllegalArgumentException e) {
            throw invalid(
                    value.position(),
                    "'" + value.value() + "' is no date pattern such as dd/MM/yyyy HH:mm, and neither epoch-seconds"
                            + " nor epoch-millis");
        }
    }

    private char separator(YamlScalar value) throws InvalidDataException {
        Character known = SEPARATORS.get(value.value());
        if (known == null) {
            throw invalid(value.position(), "the separator is comma, semicolon or tab, not '" + value.value() + "'");
        }
        return known;
    }

    private static String keys() {
        return Stream.concat(Arrays.stream(ColumnRole.values()).map(ColumnRole::key), Stream.of(TIME_FORMAT, SEPARATOR))
                .collect(Collectors.joining(", "));
    }

    private InvalidDataException invalid(YamlPosition position, String reason) {
        return new InvalidDataException(name, position.line(), reason);
    }
}
