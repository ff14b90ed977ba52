package firedrill.ingest.parameters;

import firedrill.ingest.parameters.ParameterRange.Choice;
import firedrill.ingest.parameters.ParameterRange.Interval;
import firedrill.ingest.parameters.ParameterValue.NumberList;
import firedrill.ingest.yaml.YamlException;
import firedrill.ingest.yaml.YamlNode;
import firedrill.ingest.yaml.YamlNode.YamlField;
import firedrill.ingest.yaml.YamlNode.YamlMapping;
import firedrill.ingest.yaml.YamlNode.YamlScalar;
import firedrill.ingest.yaml.YamlNode.YamlSequence;
import firedrill.ingest.yaml.YamlPosition;
import firedrill.ingest.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One file of parameters being read: nested maps of names, whose leaves are maps with a {@code value}. */
final class ParameterFile {

    private static final String VALUE = "value";
    private static final Set<String> KEYS = Set.of(VALUE, "unit", "range", "plausible", "source", "assumption", "note");

    private final String file;
    private final List<Parameter> parameters = new ArrayList<>();

    private ParameterFile(String file) {
        this.file = file;
    }

    /**
     * The parameters of a file, in its order.
     *
     * @param module first part of each name
     * @throws YamlException if the file is not well formed, an entry is incomplete, or a value is out of its range
     */
    static List<Parameter> read(String module, String yaml) throws YamlException {
        var file = new ParameterFile(module + ".yaml");
        file.add(module, file.mapping(YamlReader.read(file.file, yaml), module));
        return file.parameters;
    }

    private void add(String prefix, YamlMapping mapping) throws YamlException {
        for (var entry : mapping.fields().entrySet()) {
            String name = prefix + "." + entry.getKey();
            YamlMapping value = mapping(entry.getValue().value(), name);
            if (value.fields().containsKey(VALUE)) {
                parameters.add(parameter(name, value));
            } else {
                add(name, value);
            }
        }
    }

    private Parameter parameter(String name, YamlMapping entry) throws YamlException {
        for (var field : entry.fields().entrySet()) {
            if (!KEYS.contains(field.getKey())) {
                throw bad(field.getValue().position(), name + " has an unknown key '" + field.getKey() + "'");
            }
        }
        ParameterValue value = value(name, field(entry, name, VALUE).value());
        var parameter = new Parameter(
                name,
                value,
                value.numbers().isEmpty() ? "" : text(entry, name, "unit"),
                range(name, value, entry),
                entry.fields().containsKey("plausible")
                        ? Optional.of(
                                interval(name, field(entry, name, "plausible").value()))
                        : Optional.empty(),
                source(name, entry),
                entry.fields().containsKey("note") ? text(entry, name, "note") : "");
        check(parameter, parameter.range(), entry);
        if (parameter.plausible().isPresent()) {
            check(parameter, parameter.plausible().get(), entry);
        }
        return parameter;
    }

    private void check(Parameter parameter, ParameterRange range, YamlMapping entry) throws YamlException {
        if (!range.contains(parameter.value())) {
            throw bad(entry.position(), parameter.name() + " must lie in " + range + ", was " + parameter.value());
        }
    }

    private ParameterValue value(String name, YamlNode node) throws YamlException {
        Optional<YamlSequence> list = node.sequence();
        if (list.isEmpty()) {
            return ParameterValue.of(scalar(name, node).value());
        }
        var numbers = new ArrayList<Double>();
        for (YamlNode element : list.get().values()) {
            List<Double> number =
                    ParameterValue.of(scalar(name, element).value()).numbers();
            if (number.isEmpty()) {
                throw bad(element.position(), name + " must be a list of numbers");
            }
            numbers.addAll(number);
        }
        return new NumberList(numbers);
    }

    private ParameterRange range(String name, ParameterValue value, YamlMapping entry) throws YamlException {
        if (!value.numbers().isEmpty()) {
            return interval(name, field(entry, name, "range").value());
        }
        if (!entry.fields().containsKey("range") && Set.of("true", "false").contains(value.toString())) {
            return new Choice(List.of("true", "false"));
        }
        var words = new ArrayList<String>();
        for (YamlNode word : sequence(name, field(entry, name, "range").value())) {
            words.add(scalar(name, word).value());
        }
        return new Choice(words);
    }

    private Interval interval(String name, YamlNode node) throws YamlException {
        List<YamlNode> bounds = sequence(name, node);
        if (bounds.size() != 2) {
            throw bad(node.position(), name + " needs a range of two numbers, [low, high]");
        }
        double low = bound(name, bounds.get(0));
        double high = bound(name, bounds.get(1));
        if (low > high) {
            throw bad(node.position(), name + " has a range whose low end is above its high end");
        }
        return new Interval(low, high);
    }

    private double bound(String name, YamlNode node) throws YamlException {
        String text = scalar(name, node).value();
        if (text.equals(".inf") || text.equals("-.inf")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        List<Double> number = ParameterValue.of(text).numbers();
        if (number.isEmpty()) {
            throw bad(node.position(), name + " needs a range of two numbers, was '" + text + "'");
        }
        return number.get(0);
    }

    private Optional<String> source(String name, YamlMapping entry) throws YamlException {
        boolean isSourced = entry.fields().containsKey("source");
        if (isSourced == entry.fields().containsKey("assumption")) {
            throw bad(entry.position(), name + " needs either a source or 'assumption: true'");
        }
        if (isSourced) {
            return Optional.of(text(entry, name, "source"));
        }
        if (!text(entry, name, "assumption").equals("true")) {
            throw bad(entry.position(), name + " needs either a source or 'assumption: true'");
        }
        return Optional.empty();
    }

    private String text(YamlMapping entry, String name, String key) throws YamlException {
        YamlField field = field(entry, name, key);
        String text = scalar(name, field.value()).value().strip();
        if (text.isEmpty()) {
            throw bad(field.position(), name + " has an empty '" + key + "'");
        }
        return text;
    }

    private YamlField field(YamlMapping entry, String name, String key) throws YamlException {
        YamlField field = entry.fields().get(key);
        if (field == null) {
            throw bad(entry.position(), name + " has no '" + key + "'");
        }
        return field;
    }

    private YamlMapping mapping(YamlNode node, String name) throws YamlException {
        return node.mapping()
                .orElseThrow(() -> bad(node.position(), name + " must be a map: of names, or with a 'value'"));
    }

    private List<YamlNode> sequence(String name, YamlNode node) throws YamlException {
        return node.sequence()
                .orElseThrow(() -> bad(node.position(), name + " needs a list here"))
                .values();
    }

    private YamlScalar scalar(String name, YamlNode node) throws YamlException {
        return node.scalar().orElseThrow(() -> bad(node.position(), name + " needs a number or a word here"));
    }

    private YamlException bad(YamlPosition position, String reason) {
        return new YamlException(file, position, reason);
    }
}
