package firedrill.scoring.rule;

import static firedrill.scoring.rule.RuleTestLabels.LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The closures mean what CEL means, and what is not in the dialect is refused at the right character. */
class ConditionCompilerTest {

    private static final ConditionCompiler COMPILER = new ConditionCompiler(LABELS);
    private static final CelCompiler CEL = cel();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    @Property(tries = 1_500)
    void closuresEqualTheRuntimeOfCelItself(
            @ForAll("conditions") String expression, @ForAll("vectors") List<double[]> vectors)
            throws InvalidExpressionException, CelValidationException, CelEvaluationException {
        Condition condition = COMPILER.compile(expression);
        CelRuntime.Program program =
                RUNTIME.createProgram(CEL.compile(expression).getAst());
        for (double[] vector : vectors) {
            assertThat(condition.evaluate(vector)).as(expression).isEqualTo(program.eval(named(vector)));
        }
    }

    @Test
    void everyNumberIsADouble() {
        double[] vector = {0, 2_001, 0.4, 3};
        assertThat(holds("amount_usd > 2 * 1000", vector)).isTrue();
        assertThat(holds("drain_fraction < 1 / 2", vector)).isTrue();
        assertThat(holds("withdrawals_1h in [1, 3.0]", vector)).isTrue();
        assertThat(holds("is_order == 0 && amount_usd == 2001", vector)).isTrue();
        assertThat(holds("-amount_usd < -(2000)", vector)).isTrue();
    }

    @Test
    void aDivisionByZeroIsNotAMatch() {
        double[] vector = {0, 0, 0, 0};
        assertThat(holds("amount_usd / withdrawals_1h > 1", vector)).isFalse();
        assertThat(holds("amount_usd / withdrawals_1h <= 1", vector)).isFalse();
    }

    @Test
    void whatIsNotInTheDialectIsRefusedWhereItStands() {
        assertThat(refusal("amount_usd > 1 && drain_fracton > 0.9"))
                .isEqualTo("18: unknown feature 'drain_fracton', did you mean 'drain_fraction'?");
        assertThat(refusal("colour > 1")).isEqualTo("0: unknown feature 'colour'");
        assertThat(refusal("amount_usd")).isEqualTo("0: expected type 'bool' but found 'double'");
        assertThat(refusal("amount_usd && true")).isEqualTo("11: '&&' does not take (double, bool)");
        assertThat(refusal("!amount_usd")).isEqualTo("0: '!' does not take (double)");
        assertThat(refusal("amount_usd + (is_order > 1) > 2")).isEqualTo("11: '+' does not take (double, bool)");
        assertThat(refusal("amount_usd % 2 > 1")).isEqualTo("11: '%' is not available in rules");
        assertThat(refusal("amount_usd > 1 ? true : false")).isEqualTo("15: '?:' is not available in rules");
        assertThat(refusal("amount_usd > double('1')")).isEqualTo("19: 'double' is not available in rules");
        assertThat(refusal("[amount_usd].exists(x, x > 1)")).isEqualTo("19: 'exists' is not available in rules");
        assertThat(refusal("amount_usd == '1'")).isEqualTo("14: only numbers, true and false are allowed as constants");
        assertThat(refusal("amount_usd > 1u")).isEqualTo("13: only numbers, true and false are allowed as constants");
        assertThat(refusal("amount_usd > 1e400")).isEqualTo("13: the number is too large");
        assertThat(refusal("amount_usd in [is_order]")).isEqualTo("15: 'in' needs a list of numbers, such as [1, 2]");
        assertThat(refusal("amount_usd in is_order")).isEqualTo("14: 'in' needs a list of numbers, such as [1, 2]");
        assertThat(refusal("[1] == [2]")).isEqualTo("0: a list is allowed only to the right of 'in'");
        assertThat(refusal("user.age > 1")).isEqualTo("4: field access is not supported; use the feature label alone");
        assertThat(refusal("{1: 2} == {1: 2}")).isEqualTo("0: only feature labels, numbers and operators are allowed");
        assertThat(refusal("(is_order > 1) == true"))
                .isEqualTo("15: '==' compares numbers, use && || ! for conditions");
        assertThat(refusal("true < false")).isEqualTo("5: '<' compares numbers, use && || ! for conditions");
    }

    @Test
    void brokenSyntaxIsRefusedWhereItBreaks() {
        assertThat(refusal("amount_usd >> 2")).startsWith("12: extraneous input '>'");
        assertThat(refusal("amount_usd >")).startsWith("12: mismatched input '<EOF>'");
        assertThat(refusal("")).startsWith("0: mismatched input '<EOF>'");
        assertThat(refusal("amount_usd > 1 &&\n  is_order >> 2")).startsWith("30: extraneous input '>'");
    }

    @Test
    void anExpressionTooDeepToReadIsRefused() {
        assertThat(refusal("1 + ".repeat(400) + "1 > amount_usd")).contains("recursion limit exceeded");
        assertThat(refusal("(".repeat(900) + "1" + ")".repeat(900) + " > amount_usd"))
                .contains("recursion limit exceeded");
    }

    @Provide
    Arbitrary<String> conditions() {
        return condition(3);
    }

    @Provide
    Arbitrary<List<double[]>> vectors() {
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.of(0.0, -0.0, 1.0, 2.5), Arbitraries.doubles().between(-5, 5));
        return value.array(double[].class).ofSize(LABELS.size()).list().ofSize(20);
    }

    private static Arbitrary<String> condition(int depth) {
        Arbitrary<String> comparison = Combinators.combine(
                        quantity(depth - 1), Arbitraries.of("<", "<=", ">", ">=", "==", "!="), quantity(depth - 1))
                .as("%s %s %s"::formatted);
        Arbitrary<String> choice = Combinators.combine(
                        quantity(depth - 1), literal().list().ofMinSize(1).ofMaxSize(3))
                .as((quantity, values) -> "(%s) in [%s]".formatted(quantity, String.join(", ", values)));
        if (depth == 0) {
            return Arbitraries.oneOf(comparison, choice, Arbitraries.of("true", "false"));
        }
        Arbitrary<String> junction = Combinators.combine(
                        condition(depth - 1), Arbitraries.of("&&", "||"), condition(depth - 1))
                .as("(%s) %s %s"::formatted);
        return Arbitraries.oneOf(junction, junction, condition(depth - 1).map("!(%s)"::formatted), comparison, choice);
    }

    private static Arbitrary<String> quantity(int depth) {
        Arbitrary<String> leaf = Arbitraries.oneOf(Arbitraries.of(LABELS), literal());
        if (depth <= 0) {
            return leaf;
        }
        Arbitrary<String> arithmetic = Combinators.combine(
                        quantity(depth - 1), Arbitraries.of("+", "-", "*", "/"), quantity(depth - 1))
                .as("(%s %s %s)"::formatted);
        return Arbitraries.oneOf(leaf, arithmetic, quantity(depth - 1).map("-(%s)"::formatted));
    }

    private static Arbitrary<String> literal() {
        return Arbitraries.of("0.0", "1.0", "2.5", "-1.0", "1e-3", "4.0");
    }

    private static boolean holds(String expression, double[] vector) {
        try {
            return COMPILER.compile(expression).evaluate(vector);
        } catch (InvalidExpressionException refused) {
            throw new AssertionError(expression, refused);
        }
    }

    private static String refusal(String expression) {
        var refused = catchThrowableOfType(InvalidExpressionException.class, () -> COMPILER.compile(expression));
        assertThat(refused).as(expression).isNotNull();
        return refused.offset() + ": " + refused.getMessage();
    }

    private static Map<String, Double> named(double[] vector) {
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < vector.length; i++) {
            named.put(LABELS.get(i), vector[i]);
        }
        return named;
    }

    private static CelCompiler cel() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        LABELS.forEach(label -> builder.addVar(label, SimpleType.DOUBLE));
        return builder.setResultType(SimpleType.BOOL).build();
    }
}
