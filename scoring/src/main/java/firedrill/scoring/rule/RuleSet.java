package firedrill.scoring.rule;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Rules that are ready to be asked: what decides when the model may not, and what is always evaluated beside it. */
public final class RuleSet {

    /** What is shipped, on the class path. */
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

    /** The rules that come with this release, for calm markets. */
    public static RuleSet defaultRules() {
        try (InputStream in = RuleSet.class.getResourceAsStream(DEFAULT_RULES)) {
            if (in == null) {
                throw new IllegalStateException("the shipped rules are missing: " + DEFAULT_RULES);
            }
            return parse(DEFAULT_RULES, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("the shipped rules cannot be read", broken);
        } catch (InvalidRuleException bad) {
            throw new IllegalStateException("the shipped rules are bad", bad);
        }
    }

    /**
     * The rules of {@code yaml}, over the labels of the feature catalogue.
     *
     * @param name what messages call the text, usually its file
     * @throws InvalidRuleException if a person has to correct the text first; it says where and what
     */
    public static RuleSet parse(String name, String yaml) throws InvalidRuleException {
        return parse(name, yaml, Stream.of(Feature.values()).map(Feature::label).toList());
    }

    /** The rules of {@code yaml}, with columns called by {@code labels}. */
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
