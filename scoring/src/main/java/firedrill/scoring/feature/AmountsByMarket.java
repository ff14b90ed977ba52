package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.Market;
import java.util.Arrays;

/**
 * What amounts a user moves while the market is calm, while it is restless and while it is wild: mean and variance of their
 * logarithms over the last {@value #OF_LAST} or so of each. In a crash everybody moves more, and only what is large for a
 * crash is strange.
 *
 * <p>The memory is the caller's, so that it can be a field of an entity's state: {@code [how many, mean, variance]} for each
 * kind of market, or empty before the first amount.
 */
final class AmountsByMarket {

    private static final int OF_LAST = 32;
    /** Fewer say nothing of what is usual. */
    private static final int LEAST = 3;
    /** In standard deviations of the last hour's volatility or return. Assumed. */
    private static final double RESTLESS = 1;

    private static final double WILD = 3;
    private static final int MARKETS = 3;
    private static final int WIDTH = 3;
    private static final int MEAN = 1;
    private static final int VARIANCE = 2;
    /** A tenth either way is as good as equal: who always moves the same sum is not surprised by a little more. */
    private static final double LEAST_VARIANCE = 0.01;

    static final double[] NONE = {};

    /** How far the amount of {@code asked} is from the usual, in standard deviations; unknown before the fourth. */
    static double z(double[] memory, Decided asked) {
        int place = placeOf(asked.market());
        if (memory.length == 0 || memory[place] < LEAST) {
            return Reading.UNKNOWN;
        }
        double variance = Math.max(memory[place + VARIANCE], LEAST_VARIANCE);
        return EventFeatures.cut((logarithm(asked) - memory[place + MEAN]) / Math.sqrt(variance));
    }

    /** Notes an amount; returns the memory, which is a new one before the first. */
    static double[] saw(double[] memory, Decided decided) {
        double[] grown = memory.length == 0 ? Arrays.copyOf(memory, MARKETS * WIDTH) : memory;
        int place = placeOf(decided.market());
        double count = Math.min(grown[place] + 1, OF_LAST);
        double off = logarithm(decided) - grown[place + MEAN];
        grown[place] = count;
        grown[place + MEAN] += off / count;
        // Welford's step; once the count stands, old amounts fade.
        grown[place + VARIANCE] += (off * (logarithm(decided) - grown[place + MEAN]) - grown[place + VARIANCE]) / count;
        return grown;
    }

    private static double logarithm(Decided decided) {
        return LogTable.log1p(Money.dollars(decided.amountCents()));
    }

    private static int placeOf(Market market) {
        double wildness = Math.max(Math.abs(market.volatilityZ()), Math.abs(market.returnZ()));
        if (wildness < RESTLESS) {
            return 0;
        }
        return wildness < WILD ? WIDTH : 2 * WIDTH;
    }

    private AmountsByMarket() {}
}
