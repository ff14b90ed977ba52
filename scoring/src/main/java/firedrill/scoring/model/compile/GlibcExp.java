package firedrill.scoring.model.compile;

/**
 * The single-precision exponential of the GNU C library, bit for bit for every argument up to 0, on every machine.
 * {@code StrictMath} rounded to single precision differs for one argument in 10,000. XGBoost's softmax uses it.
 *
 * <p>e<sup>x</sup> is 2<sup>k/32</sup> 2<sup>r/32</sup> with an integer k and |r| at most a half: the first factor
 * comes from a table and an exponent, the second from a polynomial of degree three, both in double precision. The
 * library computes r by fused multiply-add; here the multiplier is split in two, so that each product is exact without
 * it.
 *
 * <p>Source: {@code sysdeps/ieee754/flt-32/e_expf.c} and {@code e_exp2f_data.c} of glibc 2.27 and later, from Arm's
 * optimized routines, error below 0.502 units in the last place; the coefficients are its.
 */
final class GlibcExp {

    /** Table steps per power of two. */
    private static final int STEPS = 32;

    private static final int STEP_BITS = 5;
    /** Adding it rounds a double to an integer, held in the lowest bits. */
    private static final double SHIFT = 0x1.8p52;
    /** Arguments below it give 0: the result is less than half of the smallest positive float. */
    private static final float UNDERFLOW_BOUND = -0x1.9fe368p6f;

    private static final double STEPS_PER_E = 0x1.71547652b82fep+0 * STEPS;
    /** Its first 29 bits: a product with the 24 bits of a float is exact in a double. */
    private static final double STEPS_PER_E_HIGH =
            Double.longBitsToDouble(Double.doubleToRawLongBits(STEPS_PER_E) & (-1L << 24));

    private static final double STEPS_PER_E_LOW = STEPS_PER_E - STEPS_PER_E_HIGH;

    private static final double CUBIC_COEFFICIENT = 0x1.c6af84b912394p-5 / STEPS / STEPS / STEPS;
    private static final double QUADRATIC_COEFFICIENT = 0x1.ebfce50fac4f3p-3 / STEPS / STEPS;
    private static final double LINEAR_COEFFICIENT = 0x1.62e42ff0c52d6p-1 / STEPS;

    /** Bits of 2<sup>i/32</sup>, minus the contribution of i to the shifted k. */
    private static final long[] POWERS = powers();

    private GlibcExp() {}

    private static long[] powers() {
        long[] powers = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            powers[i] = Double.doubleToRawLongBits(StrictMath.pow(2, (double) i / STEPS)) - toExponentBits(i);
        }
        return powers;
    }

    /** A number of steps, shifted to the exponent bits of a double. */
    private static long toExponentBits(long steps) {
        return steps << (52 - STEP_BITS);
    }

    /**
     * e to the power of {@code x}.
     *
     * @param x at most 0
     */
    static float exp(float x) {
        if (x < UNDERFLOW_BOUND) {
            return 0;
        }
        double shifted = x * STEPS_PER_E + SHIFT;
        long steps = Double.doubleToRawLongBits(shifted);
        double rest = x * STEPS_PER_E_HIGH - (shifted - SHIFT) + x * STEPS_PER_E_LOW;
        double power = Double.longBitsToDouble(POWERS[(int) steps & (STEPS - 1)] + toExponentBits(steps));
        double polynomial =
                (CUBIC_COEFFICIENT * rest + QUADRATIC_COEFFICIENT) * (rest * rest) + (LINEAR_COEFFICIENT * rest + 1);
        return (float) (polynomial * power);
    }
}
