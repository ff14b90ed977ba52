package firedrill.scoring.model.tree;

import firedrill.scoring.model.UncompilableException;

/**
 * Maps floats to integers of the same order, because integers compare without a branch.
 *
 * <p>The key of negative zero is one below that of zero; thresholds at zero are placed so that both zeros are equal.
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
        // Adding zero turns a negative zero into a positive one.
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
