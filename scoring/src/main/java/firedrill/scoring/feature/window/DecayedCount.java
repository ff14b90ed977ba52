package firedrill.scoring.feature.window;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Exponentially decayed count with a half-life of {@value #HALF_LIFE_HOURS} hours.
 *
 * <p>Forward decay (Cormode et al., ICDE 2009): an addition has a weight that grows with its hour and never changes, so
 * reads leave no trace. Whole half-lives are kept beside the sum and scale it exactly; times count by the hour and
 * weights have twenty binary digits, so sums are exact and independent of the order of additions. The array is the
 * caller's, so that it can be a field of an entity's state: {@code [half-lives, sum]}, or empty before the first
 * addition.
 */
public final class DecayedCount {

    static final int HALF_LIFE_HOURS = 7 * 24;

    /** Before the first addition; shared. */
    public static final double[] EMPTY = {};

    private static final int HALF_LIVES = 0;
    private static final int SUM = 1;
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final double ONE = 1 << 20;
    private static final double[] WEIGHTS = IntStream.range(0, HALF_LIFE_HOURS)
            .mapToDouble(hour -> StrictMath.rint(ONE * StrictMath.pow(2, (double) hour / HALF_LIFE_HOURS)) / ONE)
            .toArray();

    /** The count at {@code nowMillis}. */
    public static double valueAt(double[] count, long nowMillis) {
        if (count.length == 0) {
            return 0;
        }
        return scaled(count[SUM], (long) count[HALF_LIVES] - halfLivesOf(nowMillis)) / weightOf(nowMillis);
    }

    /** Adds one event at {@code timeMillis}; returns the array, a new one if {@code count} was empty. */
    public static double[] add(double[] count, long timeMillis) {
        return add(count, halfLivesOf(timeMillis), weightOf(timeMillis));
    }

    /** Adds {@code weight} times two to the power of {@code halfLives}. */
    public static double[] add(double[] count, long halfLives, double weight) {
        if (count.length == 0) {
            return new double[] {halfLives, weight};
        }
        long ahead = halfLives - (long) count[HALF_LIVES];
        if (ahead > 0) {
            count[HALF_LIVES] = halfLives;
            count[SUM] = scaled(count[SUM], -ahead) + weight;
        } else {
            count[SUM] += scaled(weight, ahead);
        }
        return count;
    }

    public static long halfLivesOf(long timeMillis) {
        return Math.floorDiv(timeMillis, HOUR_MILLIS * HALF_LIFE_HOURS);
    }

    public static double weightOf(long timeMillis) {
        return WEIGHTS[(int) Math.floorMod(Math.floorDiv(timeMillis, HOUR_MILLIS), (long) HALF_LIFE_HOURS)];
    }

    private static double scaled(double value, long powerOfTwo) {
        return Math.scalb(value, (int) Math.max(Math.min(powerOfTwo, Double.MAX_EXPONENT), -2 * Double.MAX_EXPONENT));
    }

    private DecayedCount() {}
}
