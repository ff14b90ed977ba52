package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.ZScoreParameters;
import java.util.Arrays;

/**
 * The two z-scores of the last hour of the price, which events carry.
 *
 * <p>The return is of the last 3,600 seconds. The volatility is the root mean square of the last 60 returns of a whole
 * minute; its z-score is of the logarithm, because volatilities differ by factors.
 */
final class HourlyZScores {

    static final int WINDOW_SECONDS = 3_600;

    private static final int MINUTES = 60;

    private final double baselineHourlySigma;
    private final double baselineMinuteSigma;
    private final ZScoreParameters parameters;
    private final double[] logPrices = new double[WINDOW_SECONDS];
    private final double[] squaredMinuteReturns = new double[MINUTES];
    private double lastMinuteLogPrice;
    private double volatilityZ;
    private double returnZ;

    HourlyZScores(ZScoreParameters parameters, double baselineSigma, double logPrice) {
        this.parameters = parameters;
        baselineHourlySigma = baselineSigma * 60;
        baselineMinuteSigma = baselineHourlySigma / Math.sqrt(MINUTES);
        Arrays.fill(logPrices, logPrice);
        double sigma = baselineMinuteSigma * StrictMath.exp(parameters.meanLogVolatility());
        Arrays.fill(squaredMinuteReturns, sigma * sigma);
        lastMinuteLogPrice = logPrice;
    }

    void observe(long second, double logPrice) {
        int slot = (int) (second % WINDOW_SECONDS);
        returnZ = (logPrice - logPrices[slot]) / baselineHourlySigma;
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
        double relative = Math.max(parameters.minRelativeVolatility(), Math.sqrt(sum / MINUTES) / baselineMinuteSigma);
        return (StrictMath.log(relative) - parameters.meanLogVolatility()) / parameters.sigmaLogVolatility();
    }
}
