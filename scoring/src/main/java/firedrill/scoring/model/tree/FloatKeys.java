package firedrill.scoring.model.tree;

import firedrill.scoring.model.UncompilableException;

/**
 * Whole numbers in the order of the floats that they stand for, because whole numbers compare without a branch.
 *
 * <p>The key of negative zero is one below that of zero; thresholds at zero are cut so that both zeros count as one.
 */
public final class FloatKeys {

    /** The key of {@code value}, which is not NaN. */
    public static int keyOf(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** The key that a float's key exceeds if and only if the float is greater than {@code threshold}. */
    public static int greaterThan(double threshold) throws UncompilableException {
        requireNumber(threshold);
        float rounded = (float) threshold;
        // Adding zero makes a negative zero one like the other.
        return keyOf((rounded > threshold ? Math.nextDown(rounded) : rounded) + 0f);
    }

    /** The key that a float's key exceeds if and only if the float is at least {@code threshold}. */
    public static int atLeast(float threshold) throws UncompilableException {
        requireNumber(threshold);
        return keyOf(threshold == 0 ? -0f : threshold) - 1;
    }

    private static void requireNumber(double threshold) throws UncompilableException {
        if (Double.isNaN(threshold)) {
            throw new UncompilableException("has a threshold that is not a number");
        }
    }

    private FloatKeys() {}
}
