package firedrill.scoring.rule;

import firedrill.ingest.event.Action;
import firedrill.scoring.rule.RuleText.Place;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A rule file being read: YAML with one list, {@code rules}, of {@code name, when, action, because}. */
final class RuleFile {

    /** One bit of a {@code long} each, and the sign left alone. */
    private static final int MOST_RULES = 63;
    /** Characters; a rule that needs more is not readable by a person. */
    private static final int LONGEST_EXPRESSION = 2_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> KEYS = Set.of("name", "when", "action", "because");
    private static final Set<String> ACTIONS = Set.of("STEP_UP", "LIMIT", "HOLD", "REVIEW", "BLOCK");

    private final String name;
    private final int[] file;
    private final ConditionCompiler compiler;

    /** A rule and what decides whether it matches. */
    record Compiled(Rule rule, Condition condition) {}

    private RuleFile(String name, String yaml, ConditionCompiler compiler) {
        this.name = name;
        this.file = yaml.codePoints().toArray();
        this.compiler = compiler;
    }

    static List<Compiled> read(String name, String yaml, ConditionCompiler compiler) throws BadRuleException {
        RuleFile file = new RuleFile(name, yaml, compiler);
        return file.rules(file.compose(yaml));
    }

    private Node compose(String yaml) throws BadRuleException {
        @Nullable Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            Place place = broken.getProblemMark() == null ? new Place(1, 1) : Place.of(broken.getProblemMark());
            throw bad(place, "not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw bad(
                    new Place(1, 1),
                    "not YAML: "
                            + String.valueOf(broken.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        if (root == null) {
            throw bad(new Place(1, 1), "the file is empty");
        }
        return root;
    }

    private List<Compiled> rules(Node root) throws BadRuleException {
        Node list = fields(root, Set.of("rules")).get("rules");
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw bad(list == null ? root : list, "'rules' must be a list of at least one rule");
        }
        List<Compiled> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : sequence.getValue()) {
            if (rules.size() == MOST_RULES) {
                throw bad(node, "there are more than " + MOST_RULES + " rules");
            }
            Compiled rule = rule(node);
            if (!names.add(rule.rule().name())) {
                throw bad(node, "the name '" + rule.rule().name() + "' is used twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private Compiled rule(Node node) throws BadRuleException {
        Map<String, Node> fields = fields(node, KEYS);
        ScalarNode called = text(node, fields, "name");
        if (!NAME.matcher(called.getValue()).matches()) {
            throw bad(
                    called,
                    "a name is lower case letters and digits, with dashes between, not '" + called.getValue() + "'");
        }
        ScalarNode action = text(node, fields, "action");
        if (!ACTIONS.contains(action.getValue())) {
            throw bad(
                    action,
                    "unknown action '" + action.getValue() + "', a rule can STEP_UP, LIMIT, HOLD, REVIEW or BLOCK");
        }
        ScalarNode because = text(node, fields, "because");
        ScalarNode when = text(node, fields, "when");
        Condition condition = condition(when);
        return new Compiled(
                new Rule(
                        called.getValue(),
                        when.getValue().strip(),
                        Action.valueOf(action.getValue()),
                        because.getValue().strip()),
                condition);
    }

    private Condition condition(ScalarNode when) throws BadRuleException {
        if (when.getValue().length() > LONGEST_EXPRESSION) {
            throw bad(when, "the condition is longer than " + LONGEST_EXPRESSION + " characters");
        }
        try {
            return compiler.compile(when.getValue());
        } catch (BadExpressionException bad) {
            throw bad(RuleText.of(when, file).place(bad.offset()), String.valueOf(bad.getMessage()));
        }
    }

    private Map<String, Node> fields(Node node, Set<String> known) throws BadRuleException {
        if (!(node instanceof MappingNode mapping)) {
            throw bad(node, "expected the keys " + sorted(known));
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                throw bad(tuple.getKeyNode(), "unknown key '" + key + "', expected " + sorted(known));
            }
            if (fields.put(key, tuple.getValueNode()) != null) {
                throw bad(tuple.getKeyNode(), "the key '" + key + "' stands twice");
            }
        }
        return fields;
    }

    private ScalarNode text(Node rule, Map<String, Node> fields, String key) throws BadRuleException {
        Node node = fields.get(key);
        if (node == null) {
            throw bad(rule, "the rule has no '" + key + "'");
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw bad(node, "'" + key + "' must be a text");
        }
        return scalar;
    }

    private static String sorted(Set<String> keys) {
        return String.join(", ", keys.stream().sorted().toList());
    }

    private BadRuleException bad(Node node, String reason) {
        return bad(Place.of(node.getStartMark()), reason);
    }

    private BadRuleException bad(Place place, String reason) {
        return new BadRuleException(name, place.line(), place.column(), reason);
    }
}
