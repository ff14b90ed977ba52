package firedrill.scoring.rule;

import dev.cel.common.Operator;
import firedrill.scoring.rule.NumericExpression.Constant;
import firedrill.scoring.rule.NumericExpression.FeatureReference;

/** Comparisons of two quantities, with a short cut for what nearly every rule does: one feature against one number. */
final class Comparisons {

    static Condition of(Operator operator, NumericExpression left, NumericExpression right) {
        if (left instanceof FeatureReference column && right instanceof Constant constant) {
            return ofFeature(operator, column.index(), constant.value());
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

    /** Whether {@code quantity} is one of {@code values}. */
    static Condition in(NumericExpression quantity, double[] values) {
        return features -> {
            double sought = quantity.evaluate(features);
            for (double value : values) {
                if (sought == value) {
                    return true;
                }
            }
            return false;
        };
    }

    private Comparisons() {}
}
