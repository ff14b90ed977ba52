package firedrill.scoring.model.explain;

/**
 * Shapley values of one leaf: sums over all subsets of its features, in time quadratic in their number.
 *
 * <p>For a set of known features the leaf adds its value times the shares of the unknown ones, or nothing if a known
 * feature leads to another leaf. So only subsets of the satisfied features count, grouped by size: the sum of their
 * shares is a coefficient of the product of {@code x + share} over the satisfied features. Adding an unsatisfied
 * feature to such a set makes its term 0; adding a satisfied one raises it, and that feature's factor is first divided
 * out of the product.
 */
final class LeafShapleyValues {

    private final double[] coefficients;
    private final double[] values;
    /** Weight of a subset, by number of features of the leaf and number of known ones. */
    private final double[][] weights;

    /** Memory for leaves of up to {@code maxFeatures} features. */
    LeafShapleyValues(int maxFeatures) {
        coefficients = new double[maxFeatures + 1];
        values = new double[maxFeatures];
        weights = new double[maxFeatures + 1][];
        for (int features = 0; features <= maxFeatures; features++) {
            weights[features] = weights(features);
        }
    }

    /** Share of all feature orders in which a given feature comes right after a given set, by size of the set. */
    private static double[] weights(int features) {
        double[] weights = new double[features];
        double sets = 1;
        for (int size = 0; size < features; size++) {
            weights[size] = 1 / (features * sets);
            sets = sets * (features - 1 - size) / (size + 1);
        }
        return weights;
    }

    /** Result of {@link #compute} for the feature at {@code index}. */
    double value(int index) {
        return values[index];
    }

    /**
     * Computes the contribution of each feature of a leaf.
     *
     * @param value value of the leaf
     * @param shares share of training examples that each feature sends towards the leaf
     * @param satisfied one bit for each feature whose value leads to the leaf
     */
    void compute(double value, double[] shares, long satisfied) {
        double flow = value;
        int degree = 0;
        coefficients[0] = 1;
        for (int i = 0; i < shares.length; i++) {
            if (isSatisfied(satisfied, i)) {
                multiply(degree++, shares[i]);
            } else {
                flow *= shares[i];
            }
        }
        double[] weight = weights[shares.length];
        double unsatisfied = degree == shares.length ? 0 : -flow * sum(degree, weight);
        for (int i = 0; i < shares.length; i++) {
            values[i] = isSatisfied(satisfied, i)
                    ? flow * (1 - shares[i]) * sumWithout(shares[i], degree, weight)
                    : unsatisfied;
        }
    }

    private static boolean isSatisfied(long satisfied, int index) {
        return (satisfied >>> index & 1) != 0;
    }

    /** Multiplies the product of {@code degree} factors by {@code x + share}. */
    private void multiply(int degree, double share) {
        coefficients[degree + 1] = coefficients[degree];
        for (int power = degree; power > 0; power--) {
            coefficients[power] = coefficients[power - 1] + share * coefficients[power];
        }
        coefficients[0] *= share;
    }

    private double sum(int degree, double[] weight) {
        double sum = 0;
        for (int power = 0; power <= degree; power++) {
            sum += coefficients[power] * weight[power];
        }
        return sum;
    }

    /** The weighted sum for the product without the factor {@code x + share}. */
    private double sumWithout(double share, int degree, double[] weight) {
        double sum = 0;
        double quotient = 0;
        for (int power = degree; power > 0; power--) {
            quotient = coefficients[power] - share * quotient;
            sum += quotient * weight[power - 1];
        }
        return sum;
    }
}
