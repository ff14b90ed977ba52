package firedrill.ingest.market;

import java.util.Arrays;

/**
 * The last hour of the price, read as the two z-scores that events carry.
 *
 * <p>The return is of the last 3,600 seconds. The volatility is the root mean square of the last 60 returns of a whole
 * minute; its z-score is of the logarithm, because volatilities differ by factors.
 */
final class HourlyZScores {

    static final int WINDOW_SECONDS = 3_600;

    private static final int MINUTES = 60;
    private static final double BASELINE_HOURLY_SIGMA = Regime.NORMAL.sigmaPerSecond * 60;
    private static final double BASELINE_MINUTE_SIGMA = BASELINE_HOURLY_SIGMA / Math.sqrt(MINUTES);
    /** Mean and standard deviation of the logarithm of an hour's volatility over the usual one, on quiet days; measured. */
    private static final double LOG_VOLATILITY_MEAN = -0.4;

    private static final double LOG_VOLATILITY_SIGMA = 0.6;
    /** A price that stands still is as quiet as this. */
    private static final double MIN_RELATIVE_VOLATILITY = 0.05;

    private final double[] logPrices = new double[WINDOW_SECONDS];
    private final double[] squaredMinuteReturns = new double[MINUTES];
    private double lastMinuteLogPrice;
    private double volatilityZ;
    private double returnZ;

    HourlyZScores(double logPrice) {
        Arrays.fill(logPrices, logPrice);
        double sigma = BASELINE_MINUTE_SIGMA * StrictMath.exp(LOG_VOLATILITY_MEAN);
        Arrays.fill(squaredMinuteReturns, sigma * sigma);
        lastMinuteLogPrice = logPrice;
    }

    void observe(long second, double logPrice) {
        int slot = (int) (second % WINDOW_SECONDS);
        returnZ = (logPrice - logPrices[slot]) / BASELINE_HOURLY_SIGMA;
        logPrices[slot] = logPrice;
        if (second % 60 == 0) {
            double minuteReturn = logPrice - lastMinuteLogPrice;
            lastMinuteLogPrice = logPrice;
            squaredMinuteReturns[(int) (second / 60 % MINUTES)] = minuteReturn * minuteReturn;
            volatilityZ = computeVolatilityZ();
        }
    }

    double returnZ() {
        return returnZ;
    }

    double volatilityZ() {
        return volatilityZ;
    }

    private double computeVolatilityZ() {
        double sum = 0;
        for (double squared : squaredMinuteReturns) {
            sum += squared;
        }
        double timesUsual = Math.max(MIN_RELATIVE_VOLATILITY, Math.sqrt(sum / MINUTES) / BASELINE_MINUTE_SIGMA);
        return (StrictMath.log(timesUsual) - LOG_VOLATILITY_MEAN) / LOG_VOLATILITY_SIGMA;
    }
}
