package firedrill.scoring.rule;

import dev.cel.common.Operator;

/** Comparisons of two numeric expressions, specialised for the common case of one feature against one constant. */
final class Comparisons {

    static Condition of(Operator operator, NumericExpression left, NumericExpression right) {
        if (left.featureIndex().isPresent() && right.constantValue().isPresent()) {
            return ofFeature(
                    operator,
                    left.featureIndex().getAsInt(),
                    right.constantValue().getAsDouble());
        }
        return switch (operator) {
            case LESS -> features -> left.evaluate(features) < right.evaluate(features);
            case LESS_EQUALS -> features -> left.evaluate(features) <= right.evaluate(features);
            case GREATER -> features -> left.evaluate(features) > right.evaluate(features);
            case GREATER_EQUALS -> features -> left.evaluate(features) >= right.evaluate(features);
            case EQUALS -> features -> left.evaluate(features) == right.evaluate(features);
            case NOT_EQUALS -> features -> left.evaluate(features) != right.evaluate(features);
            default -> throw new IllegalArgumentException("not a comparison: " + operator);
        };
    }

    private static Condition ofFeature(Operator operator, int index, double bound) {
        return switch (operator) {
            case LESS -> features -> features[index] < bound;
            case LESS_EQUALS -> features -> features[index] <= bound;
            case GREATER -> features -> features[index] > bound;
            case GREATER_EQUALS -> features -> features[index] >= bound;
            case EQUALS -> features -> features[index] == bound;
            case NOT_EQUALS -> features -> features[index] != bound;
            default -> throw new IllegalArgumentException("not a comparison: " + operator);
        };
    }

    /** Whether {@code expression} is one of {@code values}. */
    static Condition in(NumericExpression expression, double[] values) {
        return features -> {
            double actual = expression.evaluate(features);
            for (double value : values) {
                if (actual == value) {
                    return true;
                }
            }
            return false;
        };
    }

    private Comparisons() {}
}
