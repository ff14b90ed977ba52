package firedrill.scoring.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The subset of CEL that rules may use: feature labels, numbers, comparisons, {@code && || !}, {@code + - * /},
 * parentheses and {@code in} with a list of numbers.
 *
 * <p>Every number is a double, so {@code 3} means {@code 3.0} and {@code 1 / 2} is a half; plain CEL distinguishes the
 * two and rejects {@code amount_usd > 2 * 1000}.
 */
final class CelSubset {

    private static final Set<Operator> OPERATORS = EnumSet.of(
            Operator.LOGICAL_AND,
            Operator.LOGICAL_OR,
            Operator.LOGICAL_NOT,
            Operator.LESS,
            Operator.LESS_EQUALS,
            Operator.GREATER,
            Operator.GREATER_EQUALS,
            Operator.EQUALS,
            Operator.NOT_EQUALS,
            Operator.ADD,
            Operator.SUBTRACT,
            Operator.MULTIPLY,
            Operator.DIVIDE,
            Operator.NEGATE,
            Operator.IN);

    private final Set<String> labels;
    private final CelSource source;

    private CelSubset(Set<String> labels, CelSource source) {
        this.labels = labels;
        this.source = source;
    }

    /** The same expression with every number a double; throws for anything outside the subset. */
    static CelAbstractSyntaxTree narrow(CelAbstractSyntaxTree parsed, Set<String> labels)
            throws InvalidExpressionException {
        CelExpr narrowed = new CelSubset(labels, parsed.getSource()).expression(parsed.getExpr());
        return CelAbstractSyntaxTree.newParsedAst(narrowed, parsed.getSource());
    }

    /** The operator of a call that has passed {@link #narrow}. */
    static Operator operator(CelExpr call) {
        return Operator.findReverse(call.call().function()).orElseThrow();
    }

    /** Position of {@code expression}, in code points from 0. */
    static int offset(CelExpr expression, CelSource source) {
        Map<Long, Integer> positions = source.getPositionsMap();
        return positions.getOrDefault(expression.id(), 0);
    }

    private CelExpr expression(CelExpr expression) throws InvalidExpressionException {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(expression);
            case IDENT -> label(expression);
            case CALL -> call(expression);
            case LIST -> throw refusal(expression, "a list is allowed only to the right of 'in'");
            case SELECT -> throw refusal(expression, "field access is not supported; use the feature label alone");
            default -> throw refusal(expression, "only feature labels, numbers and operators are allowed");
        };
    }

    private CelExpr label(CelExpr expression) throws InvalidExpressionException {
        String name = expression.ident().name();
        if (!labels.contains(name)) {
            String hint = SpellingSuggestion.suggest(name, labels)
                    .map(label -> ", did you mean '" + label + "'?")
                    .orElse("");
            throw refusal(expression, "unknown feature '" + name + "'" + hint);
        }
        return expression;
    }

    private CelExpr constant(CelExpr expression) throws InvalidExpressionException {
        CelConstant constant = expression.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> expression;
            case DOUBLE_VALUE -> finite(expression, constant.doubleValue());
            case INT64_VALUE -> finite(expression, (double) constant.int64Value());
            default -> throw refusal(expression, "only numbers, true and false are allowed as constants");
        };
    }

    private CelExpr finite(CelExpr expression, double value) throws InvalidExpressionException {
        if (!Double.isFinite(value)) {
            throw refusal(expression, "the number is too large");
        }
        return CelExpr.ofConstant(expression.id(), CelConstant.ofValue(value));
    }

    private CelExpr call(CelExpr expression) throws InvalidExpressionException {
        String function = expression.call().function();
        Optional<Operator> operator = Operator.findReverse(function);
        if (operator.isEmpty() || !OPERATORS.contains(operator.get())) {
            throw refusal(expression, "'" + symbol(function) + "' is not available in rules");
        }
        List<CelExpr> narrowed = new ArrayList<>();
        for (CelExpr argument : expression.call().args()) {
            boolean choices = operator.get() == Operator.IN && narrowed.size() == 1;
            narrowed.add(choices ? choices(argument) : expression(argument));
        }
        return expression.toBuilder()
                .setCall(expression.call().toBuilder()
                        .clearArgs()
                        .addArgs(narrowed)
                        .build())
                .build();
    }

    private CelExpr choices(CelExpr expression) throws InvalidExpressionException {
        if (expression.getKind() != CelExpr.ExprKind.Kind.LIST) {
            throw refusal(expression, "'in' needs a list of numbers, such as [1, 2]");
        }
        List<CelExpr> narrowed = new ArrayList<>();
        for (CelExpr element : expression.list().elements()) {
            if (element.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
                throw refusal(element, "'in' needs a list of numbers, such as [1, 2]");
            }
            narrowed.add(constant(element));
        }
        return expression.toBuilder()
                .setList(CelExpr.CelList.newBuilder().addElements(narrowed).build())
                .build();
    }

    /** CEL's internal name of a function as it is written: {@code _%_} is {@code %}. */
    static String symbol(String function) {
        String symbol = function.replace("_", "").replace("@", "");
        return symbol.isEmpty() || Character.isLetter(function.charAt(0)) ? function : symbol;
    }

    private InvalidExpressionException refusal(CelExpr expression, String reason) {
        return new InvalidExpressionException(offset(expression, source), reason);
    }
}
