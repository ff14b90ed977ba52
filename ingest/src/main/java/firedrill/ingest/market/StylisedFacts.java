package firedrill.ingest.market;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.Market;
import java.util.List;

/**
 * What makes a price path look like a market's, measured on minutes: the facts of {@code reference/domain.md} 2.1 as figures.
 *
 * @param days simulated
 * @param kurtosis of the returns of a minute; 3 if they were Gaussian
 * @param returnMemory autocorrelation of the returns of neighbouring minutes; about 0
 * @param sizeMemory autocorrelation of the sizes of neighbouring minutes' returns; positive
 * @param sizeMemoryAfterAnHour the same of minutes an hour apart; still positive
 * @param volumeWithVolatility correlation of an hour's volume and its realised volatility; positive
 * @param fundingPinnedShare share of minutes with a funding rate of exactly 0.01 % per 8 hours; most
 * @param lowestPriceCents of any coin; above 0
 * @param forcedShareOfDay mean share of the open interest that is closed by force in a day
 */
public record StylisedFacts(
        int days,
        double kurtosis,
        double returnMemory,
        double sizeMemory,
        double sizeMemoryAfterAnHour,
        double volumeWithVolatility,
        double fundingPinnedShare,
        long lowestPriceCents,
        double forcedShareOfDay) {

    private static final long DAY_MINUTES = 1_440;
    /** 5 January 2026, 00:00 UTC. */
    private static final long START_MILLIS = 1_767_571_200_000L;

    /** Of a path without incidents. Costs about half a second per ten days. */
    public static StylisedFacts of(long seed, int days) {
        var path = new PricePath(new Chance(seed), List.of(), START_MILLIS);
        var minutes = new Minutes((int) (days * DAY_MINUTES));
        double forced = 0;
        for (long second = 1; second <= days * DAY_MINUTES * 60; second++) {
            Market market = path.advanceTo(START_MILLIS + second * 1_000);
            forced += path.forcedShareOfLastSecond();
            minutes.addVolume(path.orderIntensity());
            if (second % 60 == 0) {
                minutes.close(market, path);
            }
        }
        return minutes.facts(days, forced / days);
    }

    /** The minutes of a path, as they pass. */
    private static final class Minutes {

        private final double[] returns;
        private final double[] volumes;
        private int count;
        private int pinned;
        private long lowestCents = Long.MAX_VALUE;
        private double lastLog = StrictMath.log(PricePath.FIRST_PRICE_CENTS);

        Minutes(int minutes) {
            returns = new double[minutes];
            volumes = new double[minutes];
        }

        void addVolume(double volume) {
            volumes[count] += volume;
        }

        void close(Market market, Prices prices) {
            double log = StrictMath.log((double) market.priceCents());
            returns[count++] = log - lastLog;
            lastLog = log;
            pinned += market.fundingBps() == Market.USUAL_FUNDING_BPS ? 1 : 0;
            for (Asset coin : Asset.COINS) {
                lowestCents = Math.min(lowestCents, prices.centsOf(coin));
            }
        }

        StylisedFacts facts(int days, double forcedShareOfDay) {
            double[] sizes = new double[returns.length];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(returns[i]);
            }
            return new StylisedFacts(
                    days,
                    Series.kurtosis(returns),
                    Series.memory(returns, 1),
                    Series.memory(sizes, 1),
                    Series.memory(sizes, 60),
                    Series.correlation(Series.sums(volumes, 60), Series.rootSquares(returns, 60)),
                    (double) pinned / returns.length,
                    lowestCents,
                    forcedShareOfDay);
        }
    }
}
