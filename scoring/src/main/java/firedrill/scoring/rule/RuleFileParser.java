package firedrill.scoring.rule;

import firedrill.ingest.event.Action;
import firedrill.scoring.rule.RuleSource.SourcePosition;
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
final class RuleFileParser {

    /** One bit of a {@code long} each, and the sign left alone. */
    private static final int MAX_RULES = 63;
    /** Characters; a rule that needs more is not readable by a person. */
    private static final int MAX_EXPRESSION_CHARS = 2_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> KEYS = Set.of("name", "when", "action", "because");
    private static final Set<String> ACTIONS = Set.of("STEP_UP", "LIMIT", "HOLD", "REVIEW", "BLOCK");

    private final String name;
    private final int[] file;
    private final ConditionCompiler compiler;

    /** A rule and what decides whether it matches. */
    record CompiledRule(Rule rule, Condition condition) {}

    private RuleFileParser(String name, String yaml, ConditionCompiler compiler) {
        this.name = name;
        this.file = yaml.codePoints().toArray();
        this.compiler = compiler;
    }

    static List<CompiledRule> parse(String name, String yaml, ConditionCompiler compiler) throws InvalidRuleException {
        RuleFileParser file = new RuleFileParser(name, yaml, compiler);
        return file.rules(file.compose(yaml));
    }

    private Node compose(String yaml) throws InvalidRuleException {
        @Nullable Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            SourcePosition place = broken.getProblemMark() == null
                    ? new SourcePosition(1, 1)
                    : SourcePosition.of(broken.getProblemMark());
            throw invalid(place, "not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw invalid(
                    new SourcePosition(1, 1),
                    "not YAML: "
                            + String.valueOf(broken.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        if (root == null) {
            throw invalid(new SourcePosition(1, 1), "the file is empty");
        }
        return root;
    }

    private List<CompiledRule> rules(Node root) throws InvalidRuleException {
        Node list = fields(root, Set.of("rules")).get("rules");
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw invalid(list == null ? root : list, "'rules' must be a list of at least one rule");
        }
        List<CompiledRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : sequence.getValue()) {
            if (rules.size() == MAX_RULES) {
                throw invalid(node, "there are more than " + MAX_RULES + " rules");
            }
            CompiledRule rule = rule(node);
            if (!names.add(rule.rule().name())) {
                throw invalid(node, "the name '" + rule.rule().name() + "' is used twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private CompiledRule rule(Node node) throws InvalidRuleException {
        Map<String, Node> fields = fields(node, KEYS);
        ScalarNode called = text(node, fields, "name");
        if (!NAME.matcher(called.getValue()).matches()) {
            throw invalid(
                    called,
                    "a name is lower case letters and digits, with dashes between, not '" + called.getValue() + "'");
        }
        ScalarNode action = text(node, fields, "action");
        if (!ACTIONS.contains(action.getValue())) {
            throw invalid(
                    action,
                    "unknown action '" + action.getValue() + "', a rule can STEP_UP, LIMIT, HOLD, REVIEW or BLOCK");
        }
        ScalarNode because = text(node, fields, "because");
        ScalarNode when = text(node, fields, "when");
        Condition condition = condition(when);
        return new CompiledRule(
                new Rule(
                        called.getValue(),
                        when.getValue().strip(),
                        Action.valueOf(action.getValue()),
                        because.getValue().strip()),
                condition);
    }

    private Condition condition(ScalarNode when) throws InvalidRuleException {
        if (when.getValue().length() > MAX_EXPRESSION_CHARS) {
            throw invalid(when, "the condition is longer than " + MAX_EXPRESSION_CHARS + " characters");
        }
        try {
            return compiler.compile(when.getValue());
        } catch (InvalidExpressionException bad) {
            throw invalid(RuleSource.of(when, file).position(bad.offset()), String.valueOf(bad.getMessage()));
        }
    }

    private Map<String, Node> fields(Node node, Set<String> known) throws InvalidRuleException {
        if (!(node instanceof MappingNode mapping)) {
            throw invalid(node, "expected the keys " + sorted(known));
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                throw invalid(tuple.getKeyNode(), "unknown key '" + key + "', expected " + sorted(known));
            }
            if (fields.put(key, tuple.getValueNode()) != null) {
                throw invalid(tuple.getKeyNode(), "the key '" + key + "' stands twice");
            }
        }
        return fields;
    }

    private ScalarNode text(Node rule, Map<String, Node> fields, String key) throws InvalidRuleException {
        Node node = fields.get(key);
        if (node == null) {
            throw invalid(rule, "the rule has no '" + key + "'");
        }
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw invalid(node, "'" + key + "' must be a text");
        }
        return scalar;
    }

    private static String sorted(Set<String> keys) {
        return String.join(", ", keys.stream().sorted().toList());
    }

    private InvalidRuleException invalid(Node node, String reason) {
        return invalid(SourcePosition.of(node.getStartMark()), reason);
    }

    private InvalidRuleException invalid(SourcePosition place, String reason) {
        return new InvalidRuleException(name, place.line(), place.column(), reason);
    }
}
