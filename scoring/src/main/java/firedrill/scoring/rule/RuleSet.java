package firedrill.scoring.rule;

import firedrill.ingest.parameters.Fingerprint;
import firedrill.scoring.feature.Feature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A compiled rule file: evaluated for every decision, and decisive where the model must not decide. */
public final class RuleSet {

    /** The bundled rules, on the class path. */
    private static final String DEFAULT_RULES = "/rules/default.yaml";

    private final List<Rule> rules;
    private final Condition[] conditions;
    private final String hash;

    private RuleSet(List<RuleFileParser.CompiledRule> compiled, String hash) {
        this.rules = compiled.stream().map(RuleFileParser.CompiledRule::rule).toList();
        this.conditions =
                compiled.stream().map(RuleFileParser.CompiledRule::condition).toArray(Condition[]::new);
        this.hash = hash;
    }

    /** The bundled rules, for calm markets. */
    public static RuleSet defaultRules() {
        try (InputStream in = RuleSet.class.getResourceAsStream(DEFAULT_RULES)) {
            if (in == null) {
                throw new IllegalStateException("the bundled rules are missing: " + DEFAULT_RULES);
            }
            return parse(DEFAULT_RULES, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled rules cannot be read", e);
        } catch (InvalidRuleException e) {
            throw new IllegalStateException("the bundled rules are invalid", e);
        }
    }

    /**
     * The rules of {@code yaml}, over the labels of the feature catalogue.
     *
     * @param name name of the text in messages, usually its file
     * @throws InvalidRuleException with position and reason, if the text is not a valid rule file
     */
    public static RuleSet parse(String name, String yaml) throws InvalidRuleException {
        return parse(name, yaml, Stream.of(Feature.values()).map(Feature::label).toList());
    }

    /** The rules of {@code yaml} over {@code labels}, in vector order. */
    static RuleSet parse(String name, String yaml, List<String> labels) throws InvalidRuleException {
        String text = yaml.replace("\r\n", "\n");
        return new RuleSet(RuleFileParser.parse(name, text, new ConditionCompiler(labels)), Fingerprint.of(text));
    }

    /** SHA-256 prefix, 12 hex digits, of the text that the rules were read from. */
    public String hash() {
        return hash;
    }

    /** In the order of the file. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Which rules match: bit {@code i} is set if {@code rules().get(i)} does; at most 63 rules. Allocates nothing.
     *
     * @param features shape {@code [number of features]}, in catalogue order
     */
    public long matchMask(double[] features) {
        long matches = 0;
        for (int i = 0; i < conditions.length; i++) {
            if (conditions[i].evaluate(features)) {
                matches |= 1L << i;
            }
        }
        return matches;
    }
}
