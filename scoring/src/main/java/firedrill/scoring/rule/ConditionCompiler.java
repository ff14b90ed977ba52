package firedrill.scoring.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles CEL expressions over feature labels to closures over the feature array.
 *
 * <p>CEL parses and type-checks; its own runtime is not used because it boxes every number and looks labels up by name.
 */
final class ConditionCompiler {

    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);

    private final Map<String, Integer> columns = new HashMap<>();
    private final CelCompiler cel;

    /**
     * A compiler for vectors of {@code labels.size()} features.
     *
     * @param labels names of the features in expressions, in vector order
     */
    ConditionCompiler(List<String> labels) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        builder.setResultType(SimpleType.BOOL);
        for (String label : labels) {
            columns.put(label, columns.size());
            builder.addVar(label, SimpleType.DOUBLE);
        }
        cel = builder.build();
    }

    Condition compile(String expression) throws InvalidExpressionException {
        CelAbstractSyntaxTree narrowed = CelSubset.narrow(valid(cel.parse(expression)), columns.keySet());
        CelAbstractSyntaxTree checked = valid(cel.check(narrowed));
        return condition(checked.getExpr(), checked);
    }

    private static CelAbstractSyntaxTree valid(CelValidationResult result) throws InvalidExpressionException {
        try {
            return result.getAst();
        } catch (CelValidationException invalid) {
            CelIssue issue = invalid.getErrors().get(0);
            CelSource source = result.getSource();
            int offset = source.getLocationOffset(issue.getSourceLocation()).orElse(0);
            throw new InvalidExpressionException(offset, reason(issue.getMessage()));
        }
    }

    private static String reason(String message) {
        Matcher overload = NO_OVERLOAD.matcher(message);
        return overload.matches()
                ? "'" + CelSubset.symbol(overload.group(1)) + "' does not take " + overload.group(2)
                : message;
    }

    private Condition condition(CelExpr expression, CelAbstractSyntaxTree ast) throws InvalidExpressionException {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            boolean always = expression.constant().booleanValue();
            return features -> always;
        }
        Operator operator = CelSubset.operator(expression);
        List<CelExpr> arguments = expression.call().args();
        return switch (operator) {
            case LOGICAL_NOT -> {
                Condition operand = condition(arguments.get(0), ast);
                yield features -> !operand.evaluate(features);
            }
            case LOGICAL_AND -> {
                Condition left = condition(arguments.get(0), ast);
                Condition right = condition(arguments.get(1), ast);
                yield features -> left.evaluate(features) && right.evaluate(features);
            }
            case LOGICAL_OR -> {
                Condition left = condition(arguments.get(0), ast);
                Condition right = condition(arguments.get(1), ast);
                yield features -> left.evaluate(features) || right.evaluate(features);
            }
            case IN -> Comparisons.in(numeric(arguments.get(0)), constants(arguments.get(1)));
            default -> comparison(operator, expression, ast);
        };
    }

    private Condition comparison(Operator operator, CelExpr expression, CelAbstractSyntaxTree ast)
            throws InvalidExpressionException {
        CelExpr left = expression.call().args().get(0);
        CelExpr right = expression.call().args().get(1);
        if (!ast.getTypeOrThrow(left.id()).equals(SimpleType.DOUBLE)) {
            throw new InvalidExpressionException(
                    CelSubset.offset(expression, ast.getSource()),
                    "'" + CelSubset.symbol(operator.getFunction()) + "' compares numbers, use && || ! for conditions");
        }
        return Comparisons.of(operator, numeric(left), numeric(right));
    }

    private NumericExpression numeric(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT ->
                new NumericExpression.Constant(expression.constant().doubleValue());
            case IDENT ->
                new NumericExpression.FeatureReference(
                        columns.getOrDefault(expression.ident().name(), -1));
            default ->
                arithmetic(CelSubset.operator(expression), expression.call().args());
        };
    }

    private NumericExpression arithmetic(Operator operator, List<CelExpr> arguments) {
        NumericExpression left = numeric(arguments.get(0));
        if (operator == Operator.NEGATE) {
            return new NumericExpression.Negation(left);
        }
        NumericExpression right = numeric(arguments.get(1));
        return switch (operator) {
            case ADD -> new NumericExpression.Addition(left, right);
            case SUBTRACT -> new NumericExpression.Subtraction(left, right);
            case MULTIPLY -> new NumericExpression.Multiplication(left, right);
            case DIVIDE -> new NumericExpression.Division(left, right);
            default -> throw new IllegalStateException("not an arithmetic operator: " + operator);
        };
    }

    private static double[] constants(CelExpr list) {
        return list.list().elements().stream()
                .map(CelExpr::constant)
                .mapToDouble(CelConstant::doubleValue)
                .toArray();
    }
}
