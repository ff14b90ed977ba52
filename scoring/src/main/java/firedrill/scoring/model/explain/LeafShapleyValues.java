package firedrill.scoring.model.explain;

/**
 * Shapley's sums over all sets of the features of one leaf, in time that is the square of their number.
 *
 * <p>Where only a set of features is known, the leaf adds its value times the shares of those unknown; nothing, if one that
 * is known leads elsewhere. So only sets of features that lead here count, and all of one size together: the sum of their
 * shares is a coefficient of the product of {@code x + share} over these features. Whoever leads elsewhere undoes such a
 * set by joining it; whoever leads here raises it, and is divided out of the product first.
 */
final class LeafShapleyValues {

    private final double[] coefficients;
    private final double[] values;
    /** By how many features a leaf has, and how many of them are known. */
    private final double[][] weights;

    /** For leaves of {@code most} features and less. */
    LeafShapleyValues(int most) {
        coefficients = new double[most + 1];
        values = new double[most];
        weights = new double[most + 1][];
        for (int features = 0; features <= most; features++) {
            weights[features] = weights(features);
        }
    }

    /** Of all orders in which features become known, those in which one comes right after a given set: by its size. */
    private static double[] weights(int features) {
        double[] weights = new double[features];
        double sets = 1;
        for (int size = 0; size < features; size++) {
            weights[size] = 1 / (features * sets);
            sets = sets * (features - 1 - size) / (size + 1);
        }
        return weights;
    }

    /** What {@link #compute} found for the feature at {@code place}. */
    double value(int place) {
        return values[place];
    }

    /**
     * Works out what a leaf owes to each of its features.
     *
     * @param value of the leaf
     * @param shares of the training examples that go this way, for each feature
     * @param followed a bit for each feature that leads here
     */
    void compute(double value, double[] shares, long followed) {
        double flow = value;
        int degree = 0;
        coefficients[0] = 1;
        for (int i = 0; i < shares.length; i++) {
            if (leadsHere(followed, i)) {
                multiply(degree++, shares[i]);
            } else {
                flow *= shares[i];
            }
        }
        double[] weight = weights[shares.length];
        double undone = degree == shares.length ? 0 : -flow * sum(degree, weight);
        for (int i = 0; i < shares.length; i++) {
            values[i] =
                    leadsHere(followed, i) ? flow * (1 - shares[i]) * sumWithout(shares[i], degree, weight) : undone;
        }
    }

    private static boolean leadsHere(long followed, int place) {
        return (followed >>> place & 1) != 0;
    }

    /** Makes a product of {@code degree} factors one of one more. */
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

    /** The same for the product without the factor of {@code share}. */
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
