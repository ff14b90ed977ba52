package firedrill.scoring.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Users drawn anew, again and again: how a figure might have come out with other users, whose cases stand or fall together.
 *
 * <p>Each user counts a Poisson number of times with mean 1 in each draw, which is the bootstrap by users for all but small
 * numbers of them. Source: B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979).
 */
final class Draws {

    private static final int COUNT = 200;
    private static final double TAIL = 0.025;
    private static final int FEWEST_FRAUDS = 2;

    private final int[] once;
    private final int[][] weights;

    private Draws(int users, int[][] weights) {
        this.once = new int[users];
        Arrays.fill(once, 1);
        this.weights = weights;
    }

    /** The same seed and users give the same draws. */
    static Draws of(int users, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] weights = new int[COUNT][users];
        for (int[] draw : weights) {
            for (int user = 0; user < users; user++) {
                draw[user] = poisson(random.nextDouble());
            }
        }
        return new Draws(users, weights);
    }

    /**
     * What {@code figure} comes to, with its interval.
     *
     * @param figure from how often each user counts; NaN where it is not known
     */
    Estimate estimate(long frauds, ToDoubleFunction<int[]> figure) {
        double value = figure.applyAsDouble(once);
        if (Double.isNaN(value)) {
            return new Estimate(null, null, null, frauds);
        }
        double[] drawn = Arrays.stream(weights)
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (frauds < FEWEST_FRAUDS || drawn.length < COUNT / 2) {
            return new Estimate(value, null, null, frauds);
        }
        int low = (int) (TAIL * drawn.length);
        return new Estimate(value, drawn[low], drawn[drawn.length - 1 - low], frauds);
    }

    /** The Poisson number with mean 1 at the quantile {@code uniform}, in [0, 1). */
    static int poisson(double uniform) {
        int count = 0;
        double mass = StrictMath.exp(-1);
        for (double left = uniform - mass; left >= 0 && mass > 0; left -= mass) {
            count++;
            mass /= count;
        }
        return count;
    }
}
