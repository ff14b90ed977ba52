package firedrill.ingest.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import firedrill.ingest.scenario.YamlNode.YamlField;
import firedrill.ingest.scenario.YamlNode.YamlMapping;
import firedrill.ingest.scenario.YamlNode.YamlScalar;
import firedrill.ingest.scenario.YamlNode.YamlSequence;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads a YAML file into {@link YamlNode}s; keys that are given twice are refused. */
final class YamlReader {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final YAMLParser parser;

    private YamlReader(YAMLParser parser) {
        this.parser = parser;
    }

    static YamlNode read(String name, Reader text) throws BadScenarioException {
        try (YAMLParser parser = YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new BadScenarioException(name, "the file is empty");
            }
            YamlNode root = new YamlReader(parser).node(first);
            if (parser.nextToken() != null) {
                int line = parser.currentTokenLocation().getLineNr();
                throw new BadScenarioException(name, line, "a second document; one scenario fills a file", null);
            }
            return root;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new BadScenarioException(name, line, "not YAML: " + firstLine(broken.getOriginalMessage()), broken);
        } catch (IOException unreadable) {
            throw new BadScenarioException(name, "cannot be read: " + unreadable.getMessage());
        }
    }

    private YamlNode node(JsonToken token) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> table(line);
            case START_ARRAY -> rows(line);
            case VALUE_NULL -> new YamlScalar(line, "");
            default -> new YamlScalar(line, parser.getText());
        };
    }

    private YamlMapping table(int line) throws IOException {
        var fields = new LinkedHashMap<String, YamlField>();
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            fields.put(key, new YamlField(keyLine, node(parser.nextToken())));
        }
        return new YamlMapping(line, fields);
    }

    private YamlSequence rows(int line) throws IOException {
        var values = new ArrayList<YamlNode>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(node(token));
        }
        return new YamlSequence(line, values);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
