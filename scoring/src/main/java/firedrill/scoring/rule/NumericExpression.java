package firedrill.scoring.rule;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A number computed from a feature vector; evaluating it allocates nothing. */
sealed interface NumericExpression {

    /** Its value for {@code features}, shape {@code [number of labels]}. */
    double evaluate(double[] features);

    /** The value, if it is the same for every vector. */
    default OptionalDouble constantValue() {
        return OptionalDouble.empty();
    }

    /** The index in the vector, if it is one feature. */
    default OptionalInt featureIndex() {
        return OptionalInt.empty();
    }

    /** A constant. */
    record Constant(double value) implements NumericExpression {
        @Override
        public OptionalDouble constantValue() {
            return OptionalDouble.of(value);
        }

        @Override
        public double evaluate(double[] features) {
            return value;
        }
    }

    /** The value of one feature. */
    record FeatureReference(int index) implements NumericExpression {
        @Override
        public OptionalInt featureIndex() {
            return OptionalInt.of(index);
        }

        @Override
        public double evaluate(double[] features) {
            return features[index];
        }
    }

    /** A negation. */
    record Negation(NumericExpression operand) implements NumericExpression {
        @Override
        public double evaluate(double[] features) {
            return -operand.evaluate(features);
        }
    }

    /** A sum. */
    record Addition(NumericExpression left, NumericExpression right) implements NumericExpression {
        @Override
        public double evaluate(double[] features) {
            return left.evaluate(features) + right.evaluate(features);
        }
    }

    /** A difference. */
    record Subtraction(NumericExpression left, NumericExpression right) implements NumericExpression {
        @Override
        public double evaluate(double[] features) {
            return left.evaluate(features) - right.evaluate(features);
        }
    }

    /** A product. */
    record Multiplication(NumericExpression left, NumericExpression right) implements NumericExpression {
        @Override
        public double evaluate(double[] features) {
            return left.evaluate(features) * right.evaluate(features);
        }
    }

    /** A quotient; by zero it is infinite or not a number, as in CEL. */
    record Division(NumericExpression left, NumericExpression right) implements NumericExpression {
        @Override
        public double evaluate(double[] features) {
            return left.evaluate(features) / right.evaluate(features);
        }
    }
}
