package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.scoring.feature.window.LogTable;
import firedrill.scoring.feature.window.UsdAmounts;
import java.util.Arrays;

/**
 * What amounts a user moves while the market is calm, while it is restless and while it is wild: mean and variance of their
 * logarithms over the last {@value #MAX_COUNT} or so of each. In a crash everybody moves more, and only what is large for a
 * crash is strange.
 *
 * <p>The memory is the caller's, so that it can be a field of an entity's state: {@code [how many, mean, variance]} for each
 * kind of market, or empty before the first amount.
 */
final class AmountBaseline {

    private static final int MAX_COUNT = 32;
    /** Fewer say nothing of what is usual. */
    private static final int MIN_COUNT = 3;
    /** In standard deviations of the last hour's volatility or return. Assumed. */
    private static final double ELEVATED_SIGMA = 1;

    private static final double EXTREME_SIGMA = 3;
    private static final int REGIMES = 3;
    private static final int WIDTH = 3;
    private static final int MEAN = 1;
    private static final int VARIANCE = 2;
    /** A tenth either way is as good as equal: who always moves the same sum is not surprised by a little more. */
    private static final double MIN_VARIANCE = 0.01;

    static final double[] EMPTY = {};

    /** How far the amount of {@code asked} is from the usual, in standard deviations; unknown before the fourth. */
    static double zScore(double[] memory, DecisionRequest asked) {
        int place = regimeOffset(asked.market());
        if (memory.length == 0 || memory[place] < MIN_COUNT) {
            return FeatureExtractor.UNKNOWN;
        }
        double variance = Math.max(memory[place + VARIANCE], MIN_VARIANCE);
        return EventFeatures.clamp((logAmount(asked) - memory[place + MEAN]) / Math.sqrt(variance));
    }

    /** Notes an amount; returns the memory, which is a new one before the first. */
    static double[] add(double[] memory, DecisionRequest decided) {
        double[] grown = memory.length == 0 ? Arrays.copyOf(memory, REGIMES * WIDTH) : memory;
        int place = regimeOffset(decided.market());
        double count = Math.min(grown[place] + 1, MAX_COUNT);
        double off = logAmount(decided) - grown[place + MEAN];
        grown[place] = count;
        grown[place + MEAN] += off / count;
        // Welford's step; once the count stands, old amounts fade.
        grown[place + VARIANCE] += (off * (logAmount(decided) - grown[place + MEAN]) - grown[place + VARIANCE]) / count;
        return grown;
    }

    private static double logAmount(DecisionRequest decided) {
        return LogTable.log1p(UsdAmounts.toUsd(decided.amountCents()));
    }

    private static int regimeOffset(MarketSnapshot market) {
        double wildness = Math.max(Math.abs(market.volatilityZ()), Math.abs(market.returnZ()));
        if (wildness < ELEVATED_SIGMA) {
            return 0;
        }
        return wildness < EXTREME_SIGMA ? WIDTH : 2 * WIDTH;
    }

    private AmountBaseline() {}
}
