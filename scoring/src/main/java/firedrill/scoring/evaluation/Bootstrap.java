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
final class Bootstrap {

    private static final int RESAMPLES = 200;
    private static final double TAIL_PROBABILITY = 0.025;
    /** With less behind it, drawing anew says little of what might have been. */
    private static final int MIN_FRAUDS = 10;

    private static final int MIN_USERS = 5;
    /** Quantile 0.975 of the normal distribution. */
    private static final double NORMAL_QUANTILE = 1.96;

    private final int[] unitWeights;
    private final int[][] weights;

    private Bootstrap(int users, int[][] weights) {
        this.unitWeights = new int[users];
        Arrays.fill(unitWeights, 1);
        this.weights = weights;
    }

    /** The same seed and users give the same draws. */
    static Bootstrap of(int users, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] weights = new int[RESAMPLES][users];
        for (int[] draw : weights) {
            for (int user = 0; user < users; user++) {
                draw[user] = poisson(random.nextDouble());
            }
        }
        return new Bootstrap(users, weights);
    }

    /**
     * What {@code figure} comes to, with its interval if there are frauds of several users behind it.
     *
     * @param users whose frauds they are
     * @param figure from how often each user counts; NaN where it is not known
     */
    Estimate estimate(long frauds, long users, ToDoubleFunction<int[]> figure) {
        double value = figure.applyAsDouble(unitWeights);
        if (Double.isNaN(value)) {
            return new Estimate(null, null, null, frauds);
        }
        if (frauds < MIN_FRAUDS || users < MIN_USERS) {
            return new Estimate(value, null, null, frauds);
        }
        double[] drawn = resampledValues(figure);
        int low = (int) (TAIL_PROBABILITY * drawn.length);
        return new Estimate(value, drawn[low], drawn[drawn.length - 1 - low], frauds);
    }

    /**
     * The same for a share of frauds, with an interval however few there are: at least as wide as if each user were one
     * throw of a coin (E. B. Wilson, "Probable inference", 1927), for all drawn shares are alike where all of few were found.
     */
    Estimate estimateShare(long frauds, long users, ToDoubleFunction<int[]> share) {
        Estimate drawn = estimate(frauds, users, share);
        if (drawn.value() == null) {
            return drawn;
        }
        double value = drawn.value();
        double squared = NORMAL_QUANTILE * NORMAL_QUANTILE / users;
        double middle = (value + squared / 2) / (1 + squared);
        double spread =
                NORMAL_QUANTILE * Math.sqrt(value * (1 - value) / users + squared / (4.0 * users)) / (1 + squared);
        double low = Math.max(0, middle - spread);
        double high = Math.min(1, middle + spread);
        return new Estimate(
                value,
                drawn.low() == null ? low : Math.min(low, drawn.low()),
                drawn.high() == null ? high : Math.max(high, drawn.high()),
                frauds);
    }

    private double[] resampledValues(ToDoubleFunction<int[]> figure) {
        return Arrays.stream(weights)
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
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
