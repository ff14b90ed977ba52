package firedrill.scoring.feature;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.feature.window.LogTable;
import firedrill.scoring.feature.window.UsdAmounts;
import java.util.Arrays;

/**
 * Baseline of a user's amounts per market regime (calm, elevated, extreme): mean and variance of log amounts over about
 * the last {@value #MAX_COUNT} of each. Amounts rise in a crash, so an amount is compared with those of the same
 * regime.
 *
 * <p>The array is the caller's, so that it can be a field of an entity's state: {@code [count, mean, variance]} for
 * each regime, or empty before the first amount.
 */
final class AmountBaseline {

    private static final int MAX_COUNT = 32;
    /** Fewer amounts give no baseline. */
    private static final int MIN_COUNT = 3;
    /** In standard deviations of the last hour's volatility or return. Assumed. */
    private static final double ELEVATED_SIGMA = 1;

    private static final double EXTREME_SIGMA = 3;
    private static final int REGIMES = 3;
    private static final int WIDTH = 3;
    private static final int MEAN = 1;
    private static final int VARIANCE = 2;
    /**
     * Floor of the variance of log amounts, about 10 % either way: equal amounts must not make a small change an
     * outlier.
     */
    private static final double MIN_VARIANCE = 0.01;

    static final double[] EMPTY = {};

    /** Distance of the event's amount from the baseline in standard deviations; unknown before the fourth amount. */
    static double zScore(double[] baseline, DecisionRequest event) {
        int offset = regimeOffset(event.market());
        if (baseline.length == 0 || baseline[offset] < MIN_COUNT) {
            return FeatureExtractor.UNKNOWN;
        }
        double variance = Math.max(baseline[offset + VARIANCE], MIN_VARIANCE);
        return EventFeatures.clamp((logAmount(event) - baseline[offset + MEAN]) / Math.sqrt(variance));
    }

    /** Adds an amount; returns the array, a new one before the first. */
    static double[] add(double[] baseline, DecisionRequest event) {
        double[] grown = baseline.length == 0 ? Arrays.copyOf(baseline, REGIMES * WIDTH) : baseline;
        int offset = regimeOffset(event.market());
        double count = Math.min(grown[offset] + 1, MAX_COUNT);
        double deviation = logAmount(event) - grown[offset + MEAN];
        grown[offset] = count;
        grown[offset + MEAN] += deviation / count;
        // Welford's step; at the maximum count it becomes an exponential moving average.
        grown[offset + VARIANCE] +=
                (deviation * (logAmount(event) - grown[offset + MEAN]) - grown[offset + VARIANCE]) / count;
        return grown;
    }

    private static double logAmount(DecisionRequest event) {
        return LogTable.log1p(UsdAmounts.toUsd(event.amountCents()));
    }

    private static int regimeOffset(MarketSnapshot market) {
        double sigma = Math.max(Math.abs(market.volatilityZ()), Math.abs(market.returnZ()));
        if (sigma < ELEVATED_SIGMA) {
            return 0;
        }
        return sigma < EXTREME_SIGMA ? WIDTH : 2 * WIDTH;
    }

    private AmountBaseline() {}
}
