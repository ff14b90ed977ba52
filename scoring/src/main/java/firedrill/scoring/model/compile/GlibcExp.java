package firedrill.scoring.model.compile;

/**
 * The exponential in single precision as the GNU C library computes it: the same bits for every argument up to 0, on every
 * machine, where {@code StrictMath} rounded to single precision differs in one of 10,000. XGBoost's softmax uses it.
 *
 * <p>e<sup>x</sup> is 2<sup>k/32</sup> 2<sup>r/32</sup>, where k is whole and r at most a half: the first from a table and
 * an exponent, the second from a polynomial of the third degree, both in double precision. The library adds the products
 * that make r by fused multiplication; here the factor is cut in two, so that each product is exact as it is and an old
 * processor gives the same.
 *
 * <p>Source: {@code sysdeps/ieee754/flt-32/e_expf.c} and {@code e_exp2f_data.c} of glibc 2.27 and later, from Arm's
 * optimized routines, error below 0.502 units in the last place; the coefficients are its.
 */
final class GlibcExp {

    /** Into how many steps a doubling is cut. */
    private static final int STEPS = 32;

    private static final int STEP_BITS = 5;
    /** Adding it rounds a double to a whole number, which then stands in the lowest bits. */
    private static final double SHIFT = 0x1.8p52;
    /** Below it, half of the smallest float above 0, the result is 0. */
    private static final float UNDERFLOW_BOUND = -0x1.9fe368p6f;

    private static final double STEPS_PER_E = 0x1.71547652b82fep+0 * STEPS;
    /** The first 29 of its bits: times a float's 24, they fit into a double. */
    private static final double STEPS_PER_E_HIGH =
            Double.longBitsToDouble(Double.doubleToRawLongBits(STEPS_PER_E) & (-1L << 24));

    private static final double STEPS_PER_E_LOW = STEPS_PER_E - STEPS_PER_E_HIGH;

    private static final double CUBIC_COEFFICIENT = 0x1.c6af84b912394p-5 / STEPS / STEPS / STEPS;
    private static final double QUADRATIC_COEFFICIENT = 0x1.ebfce50fac4f3p-3 / STEPS / STEPS;
    private static final double LINEAR_COEFFICIENT = 0x1.62e42ff0c52d6p-1 / STEPS;

    /** Bits of 2<sup>i/32</sup>, less what i itself adds to the exponent when k is moved there. */
    private static final long[] POWERS = powers();

    private GlibcExp() {}

    private static long[] powers() {
        long[] powers = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            powers[i] = Double.doubleToRawLongBits(StrictMath.pow(2, (double) i / STEPS)) - toExponentBits(i);
        }
        return powers;
    }

    /** A number of steps, moved to where a double has its exponent. */
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
