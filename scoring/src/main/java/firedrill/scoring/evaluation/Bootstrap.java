package firedrill.scoring.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Cluster bootstrap by users: confidence intervals of metrics whose events are dependent within a user.
 *
 * <p>Each user gets a Poisson(1) weight per resample, which approximates resampling users with replacement for all but
 * small numbers of them. Source: B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7
 * (1979).
 */
final class Bootstrap {

    private static final int RESAMPLES = 200;
    private static final double TAIL_PROBABILITY = 0.025;
    /** Below it, resampling underestimates the variance, and no interval is given. */
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

    /** The same seed and number of users give the same weights. */
    static Bootstrap of(int users, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] weights = new int[RESAMPLES][users];
        for (int[] resample : weights) {
            for (int user = 0; user < users; user++) {
                resample[user] = poisson(random.nextDouble());
            }
        }
        return new Bootstrap(users, weights);
    }

    /**
     * The value of {@code metric}, with an interval if at least {@value #MIN_FRAUDS} frauds of {@value #MIN_USERS}
     * users support it.
     *
     * @param users number of users with a fraud
     * @param metric function of the weight of each user; NaN where it is undefined
     */
    Estimate estimate(long frauds, long users, ToDoubleFunction<int[]> metric) {
        double value = metric.applyAsDouble(unitWeights);
        if (Double.isNaN(value)) {
            return new Estimate(null, null, null, frauds);
        }
        if (frauds < MIN_FRAUDS || users < MIN_USERS) {
            return new Estimate(value, null, null, frauds);
        }
        double[] sorted = resampledValues(metric);
        int low = (int) (TAIL_PROBABILITY * sorted.length);
        return new Estimate(value, sorted[low], sorted[sorted.length - 1 - low], frauds);
    }

    /**
     * As {@link #estimate}, for a share of frauds, with an interval for any number of frauds: at least as wide as the
     * Wilson interval of as many trials as users (E. B. Wilson, "Probable inference", 1927), because all resampled
     * shares are equal where all of a few frauds were found.
     */
    Estimate estimateShare(long frauds, long users, ToDoubleFunction<int[]> share) {
        Estimate resampled = estimate(frauds, users, share);
        if (resampled.value() == null) {
            return resampled;
        }
        double value = resampled.value();
        double squared = NORMAL_QUANTILE * NORMAL_QUANTILE / users;
        double middle = (value + squared / 2) / (1 + squared);
        double spread =
                NORMAL_QUANTILE * Math.sqrt(value * (1 - value) / users + squared / (4.0 * users)) / (1 + squared);
        double low = Math.max(0, middle - spread);
        double high = Math.min(1, middle + spread);
        return new Estimate(
                value,
                resampled.low() == null ? low : Math.min(low, resampled.low()),
                resampled.high() == null ? high : Math.max(high, resampled.high()),
                frauds);
    }

    private double[] resampledValues(ToDoubleFunction<int[]> metric) {
        return Arrays.stream(weights)
                .mapToDouble(metric)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** Quantile {@code uniform}, in [0, 1), of the Poisson distribution with mean 1. */
    static int poisson(double uniform) {
        int count = 0;
        double mass = StrictMath.exp(-1);
        for (double rest = uniform - mass; rest >= 0 && mass > 0; rest -= mass) {
            count++;
            mass /= count;
        }
        return count;
    }
}
