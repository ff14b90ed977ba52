package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.random.RandomSource;
import java.util.List;

/**
 * What makes a price path look like a market's, measured on minutes: the facts of {@code reference/domain.md} 2.1 as figures.
 *
 * @param days simulated
 * @param kurtosis of the returns of a minute; 3 if they were Gaussian
 * @param returnAutocorrelation autocorrelation of the returns of neighbouring minutes; about 0
 * @param absoluteReturnAutocorrelation autocorrelation of the sizes of neighbouring minutes' returns; positive
 * @param absoluteReturnAutocorrelationAtOneHour the same of minutes an hour apart; still positive
 * @param volumeVolatilityCorrelation correlation of an hour's volume and its realised volatility; positive
 * @param fundingAtBaselineShare share of minutes with a funding rate of exactly 0.01 % per 8 hours; most
 * @param minPriceCents of any coin; above 0
 * @param liquidatedSharePerDay mean share of the open interest that is closed by force in a day
 */
public record StylisedFacts(
        int days,
        double kurtosis,
        double returnAutocorrelation,
        double absoluteReturnAutocorrelation,
        double absoluteReturnAutocorrelationAtOneHour,
        double volumeVolatilityCorrelation,
        double fundingAtBaselineShare,
        long minPriceCents,
        double liquidatedSharePerDay) {

    private static final long DAY_MINUTES = 1_440;
    /** 5 January 2026, 00:00 UTC. */
    private static final long START_MILLIS = 1_767_571_200_000L;

    /** Of a path without incidents. Costs about half a second per ten days. */
    public static StylisedFacts of(long seed, int days) {
        var path = new PricePath(new RandomSource(seed), List.of(), START_MILLIS);
        var minutes = new MinuteReturns((int) (days * DAY_MINUTES));
        double forced = 0;
        for (long second = 1; second <= days * DAY_MINUTES * 60; second++) {
            MarketSnapshot market = path.advanceTo(START_MILLIS + second * 1_000);
            forced += path.liquidatedShareOfLastSecond();
            minutes.addVolume(path.orderIntensity());
            if (second % 60 == 0) {
                minutes.close(market, path);
            }
        }
        return minutes.facts(days, forced / days);
    }

    /** The minutes of a path, as they pass. */
    private static final class MinuteReturns {

        private final double[] returns;
        private final double[] volumes;
        private int count;
        private int pinned;
        private long lowestCents = Long.MAX_VALUE;
        private double lastLog = StrictMath.log(PricePath.INITIAL_PRICE_CENTS);

        MinuteReturns(int minutes) {
            returns = new double[minutes];
            volumes = new double[minutes];
        }

        void addVolume(double volume) {
            volumes[count] += volume;
        }

        void close(MarketSnapshot market, Prices prices) {
            double log = StrictMath.log((double) market.priceCents());
            returns[count++] = log - lastLog;
            lastLog = log;
            pinned += market.fundingBps() == MarketSnapshot.BASELINE_FUNDING_BPS ? 1 : 0;
            for (Asset coin : Asset.COINS) {
                lowestCents = Math.min(lowestCents, prices.priceCents(coin));
            }
        }

        StylisedFacts facts(int days, double forcedShareOfDay) {
            double[] sizes = new double[returns.length];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(returns[i]);
            }
            return new StylisedFacts(
                    days,
                    TimeSeriesStatistics.kurtosis(returns),
                    TimeSeriesStatistics.autocorrelation(returns, 1),
                    TimeSeriesStatistics.autocorrelation(sizes, 1),
                    TimeSeriesStatistics.autocorrelation(sizes, 60),
                    TimeSeriesStatistics.correlation(
                            TimeSeriesStatistics.blockSums(volumes, 60),
                            TimeSeriesStatistics.rootSumsOfSquares(returns, 60)),
                    (double) pinned / returns.length,
                    lowestCents,
                    forcedShareOfDay);
        }
    }
}
