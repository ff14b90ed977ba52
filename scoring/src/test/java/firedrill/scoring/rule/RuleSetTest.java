package firedrill.scoring.rule;

import static firedrill.scoring.rule.RuleTestLabels.LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import firedrill.ingest.event.Action;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final String TWO_RULES = """
            rules:
              - name: large-drain
                when: amount_usd > 5000 && drain_fraction > 0.9
                action: HOLD
                because: nearly everything leaves
              - name: rapid
                when: >
                  is_order == 0 &&
                  withdrawals_1h >= 3
                action: STEP_UP
                because: many withdrawals within an hour
            """;

    @Test
    void aFileIsReadAsItsRules() throws InvalidRuleException {
        assertThat(parse(TWO_RULES).rules())
                .containsExactly(
                        new Rule(
                                "large-drain",
                                "amount_usd > 5000 && drain_fraction > 0.9",
                                Action.HOLD,
                                "nearly everything leaves"),
                        new Rule(
                                "rapid",
                                "is_order == 0 && withdrawals_1h >= 3",
                                Action.STEP_UP,
                                "many withdrawals within an hour"));
    }

    @Test
    void eachMatchingRuleSetsItsBit() throws InvalidRuleException {
        RuleSet rules = parse(TWO_RULES);
        assertThat(rules.matchMask(new double[] {0, 10, 0.1, 0})).isEqualTo(0b00);
        assertThat(rules.matchMask(new double[] {1, 6_000, 0.95, 5})).isEqualTo(0b01);
        assertThat(rules.matchMask(new double[] {0, 10, 0.1, 3})).isEqualTo(0b10);
        assertThat(rules.matchMask(new double[] {0, 6_000, 0.95, 3})).isEqualTo(0b11);
    }

    @Test
    void theLastOfSixtyThreeRulesHasABitToo() throws InvalidRuleException {
        assertThat(parse(rules(63)).matchMask(new double[] {0, 62.5, 0, 0})).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theHashIsOfTheTextWhateverItsLineEnds() throws InvalidRuleException {
        String hash = parse(TWO_RULES).hash();
        assertThat(hash).matches("[0-9a-f]{12}");
        assertThat(parse(TWO_RULES.replace("\n", "\r\n")).hash()).isEqualTo(hash);
        assertThat(parse(TWO_RULES.replace("5000", "5001")).hash()).isNotEqualTo(hash);
    }

    @Test
    void askingAllocatesNothing() throws InvalidRuleException {
        RuleSet rules = parse(rules(25));
        double[] features = {0, 12.5, 0.5, 3};
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        long sink = 0;
        // The virtual machine itself allocates on this thread now and then, so the best round counts.
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            sink += ask(rules, features);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
        assertThat(sink).isNotZero();
    }

    @Test
    void aBadConditionIsRefusedWhereItStandsInTheFile() {
        assertThat(refusal(TWO_RULES.replace("drain_fraction", "drain_fracton")))
                .isEqualTo("r.yaml:3:32: unknown feature 'drain_fracton', did you mean 'drain_fraction'?");
        assertThat(refusal(TWO_RULES.replace("withdrawals_1h", "withdrawals_24h")))
                .isEqualTo("r.yaml:9:7: unknown feature 'withdrawals_24h', did you mean 'withdrawals_1h'?");
        assertThat(refusal(TWO_RULES.replace("withdrawals_1h >= 3", "withdrawals_1h >=")))
                .startsWith("r.yaml:9:24: mismatched input '<EOF>'");
        assertThat(refusal(rule("when", "\"amount_usd > oops\""))).isEqualTo("r.yaml:3:25: unknown feature 'oops'");
        assertThat(refusal(rule("when", "|\n      amount_usd > 1\n      && oops > 1")))
                .isEqualTo("r.yaml:5:10: unknown feature 'oops'");
        assertThat(refusal(rule("when", "amount_usd")))
                .isEqualTo("r.yaml:3:11: expected type 'bool' but found 'double'");
        assertThat(refusal(rule("when", "amount_usd > " + "1".repeat(2_000))))
                .isEqualTo("r.yaml:3:11: the condition is longer than 2000 characters");
    }

    @Test
    void aBadFieldIsRefusedWhereItStandsInTheFile() {
        assertThat(refusal(rule("action", "FREEZE")))
                .isEqualTo("r.yaml:4:13: unknown action 'FREEZE', a rule can STEP_UP, LIMIT, HOLD, REVIEW or BLOCK");
        assertThat(refusal(rule("action", "ALLOW")))
                .isEqualTo("r.yaml:4:13: unknown action 'ALLOW', a rule can STEP_UP, LIMIT, HOLD, REVIEW or BLOCK");
        assertThat(refusal(rule("name", "Large Drain")))
                .isEqualTo("r.yaml:2:11: a name is at most 64 lower case letters and digits, with dashes between,"
                        + " not 'Large Drain'");
        assertThat(refusal(rule("because", "''"))).isEqualTo("r.yaml:5:14: 'because' must be a non-blank text");
        assertThat(refusal(rule("because", "[a]"))).isEqualTo("r.yaml:5:14: 'because' must be a non-blank text");
        assertThat(refusal(rule("because", "x\n    weight: 3")))
                .isEqualTo("r.yaml:6:5: unknown key 'weight', expected action, because, name, when");
        assertThat(refusal(rule("because", "x\n    because: y")))
                .isEqualTo("r.yaml:6:5: the key 'because' is given twice");
        assertThat(refusal(rule("because", "x").replace("    because: x\n", "")))
                .isEqualTo("r.yaml:2:5: the rule has no 'because'");
        assertThat(refusal(TWO_RULES.replace("rapid", "large-drain")))
                .isEqualTo("r.yaml:6:5: the name 'large-drain' is used twice");
        assertThat(refusal(rules(64))).isEqualTo("r.yaml:254:5: there are more than 63 rules");
    }

    @Test
    void whatIsNotARuleFileIsRefused() {
        assertThat(refusal("")).isEqualTo("r.yaml:1:1: the file is empty");
        assertThat(refusal("# nothing\n")).isEqualTo("r.yaml:1:1: the file is empty");
        assertThat(refusal("just a text")).isEqualTo("r.yaml:1:1: expected the keys rules");
        assertThat(refusal("rules: []")).isEqualTo("r.yaml:1:8: 'rules' must be a list of at least one rule");
        assertThat(refusal("{}")).isEqualTo("r.yaml:1:1: 'rules' must be a list of at least one rule");
        assertThat(refusal("rules:\n  - text")).isEqualTo("r.yaml:2:5: expected the keys action, because, name, when");
        assertThat(refusal("rules:\n  - name: [unclosed\n")).startsWith("r.yaml:3:1: not YAML: ");
        assertThat(refusal("rules:\n\t- name: x\n")).startsWith("r.yaml:2:1: not YAML: ");
        assertThat(refusal("a: 1\n---\nb: 2\n")).isEqualTo("r.yaml:3:1: a second document; a file holds one");
        assertThat(refusal("rules: \u0000")).startsWith("r.yaml:1:1: not YAML: ");
    }

    @Property
    void aDamagedFileIsReadOrRefusedButNeverThrowsAnythingElse(
            @ForAll @IntRange(max = 300) int at,
            @ForAll @IntRange(max = 20) int dropped,
            @ForAll
                    @StringLength(max = 3)
                    @Chars({'"', '\'', ':', '-', ' ', '\n', '[', '{', '&', '*', '>', '!', 'x', '\u0000'})
                    String inserted) {
        int from = at % TWO_RULES.length();
        String damaged = TWO_RULES.substring(0, from)
                + inserted
                + TWO_RULES.substring(Math.min(TWO_RULES.length(), from + dropped));
        try {
            assertThat(parse(damaged).rules()).isNotEmpty();
        } catch (InvalidRuleException refused) {
            assertThat(refused.getMessage()).matches("(?s)r\\.yaml:\\d+:\\d+: .+");
        }
    }

    private static RuleSet parse(String yaml) throws InvalidRuleException {
        return RuleSet.parse("r.yaml", yaml, LABELS);
    }

    private static String refusal(String yaml) {
        var refused = catchThrowableOfType(InvalidRuleException.class, () -> parse(yaml));
        assertThat(refused).as(yaml).isNotNull();
        return String.valueOf(refused.getMessage());
    }

    /** One good rule, but for the value of {@code key}. */
    private static String rule(String key, String value) {
        return """
               rules:
                 - name: large
                   when: amount_usd > 1
                   action: HOLD
                   because: it is large
               """.replaceFirst(key + ": .*", key + ": " + value.replace("\\", "\\\\"));
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> """
                          - name: rule-%d
                            when: amount_usd > %d && (amount_usd - 1) * 2 < 1e6 || withdrawals_1h in [7, 8]
                            action: HOLD
                            because: it is large
                        """.formatted(i, i))
                .collect(Collectors.joining("", "rules:\n", ""));
    }

    private static long ask(RuleSet rules, double[] features) {
        long sink = 0;
        for (int i = 0; i < 20_000; i++) {
            features[RuleTestLabels.AMOUNT_USD] = i % 40;
            sink += rules.matchMask(features);
        }
        return sink;
    }
}
