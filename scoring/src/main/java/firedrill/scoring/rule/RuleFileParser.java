package firedrill.scoring.rule;

import firedrill.ingest.event.Action;
import firedrill.ingest.yaml.Slug;
import firedrill.ingest.yaml.YamlException;
import firedrill.ingest.yaml.YamlNode;
import firedrill.ingest.yaml.YamlNode.YamlField;
import firedrill.ingest.yaml.YamlNode.YamlMapping;
import firedrill.ingest.yaml.YamlNode.YamlScalar;
import firedrill.ingest.yaml.YamlNode.YamlSequence;
import firedrill.ingest.yaml.YamlPosition;
import firedrill.ingest.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parser of a rule file: YAML with one list, {@code rules}, of {@code name, when, action, because}. */
final class RuleFileParser {

    /** One bit of a {@code long} per rule, without the sign bit. */
    private static final int MAX_RULES = 63;
    /** Bounds the work of the compiler. */
    private static final int MAX_EXPRESSION_CHARS = 2_000;

    private static final int MAX_NAME_CHARS = 64;
    private static final Set<String> KEYS = Set.of("name", "when", "action", "because");
    private static final Set<String> ACTIONS = Set.of("STEP_UP", "LIMIT", "HOLD", "REVIEW", "BLOCK");

    private final String name;
    private final int[] file;
    private final ConditionCompiler compiler;

    /** A rule and its compiled condition. */
    record CompiledRule(Rule rule, Condition condition) {}

    private RuleFileParser(String name, String yaml, ConditionCompiler compiler) {
        this.name = name;
        this.file = yaml.codePoints().toArray();
        this.compiler = compiler;
    }

    static List<CompiledRule> parse(String name, String yaml, ConditionCompiler compiler) throws InvalidRuleException {
        try {
            return new RuleFileParser(name, yaml, compiler).rules(YamlReader.read(name, yaml));
        } catch (YamlException e) {
            throw new InvalidRuleException(
                    name, e.position().line(), e.position().column(), e.reason());
        }
    }

    private List<CompiledRule> rules(YamlNode root) throws InvalidRuleException {
        YamlField list = fields(root, Set.of("rules")).get("rules");
        List<YamlNode> nodes = list == null
                ? List.of()
                : list.value().sequence().map(YamlSequence::values).orElse(List.of());
        if (nodes.isEmpty()) {
            YamlPosition position =
                    list == null ? root.position() : list.value().position();
            throw invalid(position, "'rules' must be a list of at least one rule");
        }
        List<CompiledRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : nodes) {
            if (rules.size() == MAX_RULES) {
                throw invalid(node.position(), "there are more than " + MAX_RULES + " rules");
            }
            CompiledRule rule = rule(node);
            if (!names.add(rule.rule().name())) {
                throw invalid(node.position(), "the name '" + rule.rule().name() + "' is used twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private CompiledRule rule(YamlNode node) throws InvalidRuleException {
        Map<String, YamlField> fields = fields(node, KEYS);
        YamlScalar ruleName = text(node, fields, "name");
        if (ruleName.value().length() > MAX_NAME_CHARS || !Slug.matches(ruleName.value())) {
            throw invalid(
                    ruleName.position(),
                    "a name is at most 64 lower case letters and digits, with dashes between, not '" + ruleName.value()
                            + "'");
        }
        YamlScalar action = text(node, fields, "action");
        if (!ACTIONS.contains(action.value())) {
            throw invalid(
                    action.position(),
                    "unknown action '" + action.value() + "', a rule can STEP_UP, LIMIT, HOLD, REVIEW or BLOCK");
        }
        YamlScalar because = text(node, fields, "because");
        YamlScalar when = text(node, fields, "when");
        Condition condition = condition(when);
        return new CompiledRule(
                new Rule(
                        ruleName.value(),
                        when.value().strip(),
                        Action.valueOf(action.value()),
                        because.value().strip()),
                condition);
    }

    private Condition condition(YamlScalar when) throws InvalidRuleException {
        if (when.value().length() > MAX_EXPRESSION_CHARS) {
            throw invalid(when.position(), "the condition is longer than " + MAX_EXPRESSION_CHARS + " characters");
        }
        try {
            return compiler.compile(when.value());
        } catch (InvalidExpressionException e) {
            throw invalid(new RuleSource(when, file).position(e.offset()), String.valueOf(e.getMessage()));
        }
    }

    private Map<String, YamlField> fields(YamlNode node, Set<String> known) throws InvalidRuleException {
        YamlMapping mapping =
                node.mapping().orElseThrow(() -> invalid(node.position(), "expected the keys " + sorted(known)));
        for (Map.Entry<String, YamlField> field : mapping.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                throw invalid(
                        field.getValue().position(), "unknown key '" + field.getKey() + "', expected " + sorted(known));
            }
        }
        return mapping.fields();
    }

    private YamlScalar text(YamlNode rule, Map<String, YamlField> fields, String key) throws InvalidRuleException {
        YamlField field = fields.get(key);
        if (field == null) {
            throw invalid(rule.position(), "the rule has no '" + key + "'");
        }
        return field.value()
                .scalar()
                .filter(scalar -> !scalar.value().isBlank())
                .orElseThrow(() -> invalid(field.value().position(), "'" + key + "' must be a non-blank text"));
    }

    private static String sorted(Set<String> keys) {
        return String.join(", ", keys.stream().sorted().toList());
    }

    private InvalidRuleException invalid(YamlPosition position, String reason) {
        return new InvalidRuleException(name, position.line(), position.column(), reason);
    }
}
