package firedrill.ingest.yaml;

import firedrill.ingest.input.InputFile;
import firedrill.ingest.yaml.YamlNode.YamlField;
import firedrill.ingest.yaml.YamlNode.YamlMapping;
import firedrill.ingest.yaml.YamlNode.YamlScalar;
import firedrill.ingest.yaml.YamlNode.YamlSequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one YAML document into {@link YamlNode}s. Anchors, repeated keys and a second document are refused. */
public final class YamlReader {

    /** The parser's time grows faster than the length of a text. */
    private static final int MAX_CHARACTERS = InputFile.MAX_TEXT_BYTES;

    private final String file;
    private final int[] text;

    private YamlReader(String file, String text) {
        this.file = file;
        this.text = text.codePoints().toArray();
    }

    /**
     * The root node of {@code text}.
     *
     * @param file name of the file, for messages
     */
    public static YamlNode read(String file, String text) throws YamlException {
        if (text.length() > MAX_CHARACTERS) {
            throw new YamlException(
                    file, YamlPosition.START, "the file has more than %,d characters".formatted(MAX_CHARACTERS));
        }
        try {
            return new YamlReader(file, text).document(text);
        } catch (MarkedYAMLException e) {
            throw new YamlException(file, position(e.getProblemMark()), "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
            throw new YamlException(file, YamlPosition.START, "not YAML: " + reason);
        }
    }

    private YamlNode document(String yaml) throws YamlException {
        Iterator<Node> documents =
                new Yaml(new LoaderOptions()).composeAll(new StringReader(yaml)).iterator();
        if (!documents.hasNext()) {
            throw new YamlException(file, YamlPosition.START, "the file is empty");
        }
        YamlNode root = node(documents.next());
        if (documents.hasNext()) {
            throw bad(documents.next(), "a second document; a file holds one");
        }
        return root;
    }

    private YamlNode node(Node node) throws YamlException {
        if (node.getAnchor() != null) {
            throw bad(node, "anchors and aliases are not supported");
        }
        return switch (node.getNodeId()) {
            case scalar -> scalar((ScalarNode) node);
            case sequence -> sequence((SequenceNode) node);
            case mapping -> mapping((MappingNode) node);
            case anchor -> throw bad(node, "anchors and aliases are not supported");
        };
    }

    private YamlScalar scalar(ScalarNode node) {
        String value = node.getTag().equals(Tag.NULL) ? "" : node.getValue();
        return new YamlScalar(position(node.getStartMark()), value, textOffset(node));
    }

    private int textOffset(ScalarNode node) {
        int offset = node.getStartMark().getIndex();
        ScalarStyle style = node.getScalarStyle();
        if (style == ScalarStyle.FOLDED || style == ScalarStyle.LITERAL) {
            while (offset < text.length && text[offset] != '\n') {
                offset++;
            }
            return offset;
        }
        return style == ScalarStyle.PLAIN ? offset : offset + 1;
    }

    private YamlSequence sequence(SequenceNode node) throws YamlException {
        var values = new ArrayList<YamlNode>();
        for (Node value : node.getValue()) {
            values.add(node(value));
        }
        return new YamlSequence(position(node.getStartMark()), values);
    }

    private YamlMapping mapping(MappingNode node) throws YamlException {
        var fields = new LinkedHashMap<String, YamlField>();
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw bad(entry.getKeyNode(), "a key must be a word");
            }
            var field = new YamlField(position(key.getStartMark()), node(entry.getValueNode()));
            if (fields.put(key.getValue(), field) != null) {
                throw bad(key, "the key '" + key.getValue() + "' is given twice");
            }
        }
        return new YamlMapping(position(node.getStartMark()), fields);
    }

    private YamlException bad(Node node, String reason) {
        return new YamlException(file, position(node.getStartMark()), reason);
    }

    private static YamlPosition position(@Nullable Mark mark) {
        return mark == null ? YamlPosition.START : new YamlPosition(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
