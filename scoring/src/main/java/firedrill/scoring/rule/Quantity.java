package firedrill.scoring.rule;

/** A number computed from a feature vector; evaluating it allocates nothing. */
sealed interface Quantity {

    /** Its value for {@code features}, shape {@code [number of labels]}. */
    double of(double[] features);

    /** The same for every vector. */
    record Constant(double value) implements Quantity {
        @Override
        public double of(double[] features) {
            return value;
        }
    }

    /** One column of the vector. */
    record Column(int index) implements Quantity {
        @Override
        public double of(double[] features) {
            return features[index];
        }
    }

    /** The other sign. */
    record Negated(Quantity operand) implements Quantity {
        @Override
        public double of(double[] features) {
            return -operand.of(features);
        }
    }

    /** A sum. */
    record Sum(Quantity left, Quantity right) implements Quantity {
        @Override
        public double of(double[] features) {
            return left.of(features) + right.of(features);
        }
    }

    /** A difference. */
    record Difference(Quantity left, Quantity right) implements Quantity {
        @Override
        public double of(double[] features) {
            return left.of(features) - right.of(features);
        }
    }

    /** A product. */
    record Product(Quantity left, Quantity right) implements Quantity {
        @Override
        public double of(double[] features) {
            return left.of(features) * right.of(features);
        }
    }

    /** A quotient; by zero it is infinite or not a number, as in CEL. */
    record Quotient(Quantity left, Quantity right) implements Quantity {
        @Override
        public double of(double[] features) {
            return left.of(features) / right.of(features);
        }
    }
}
