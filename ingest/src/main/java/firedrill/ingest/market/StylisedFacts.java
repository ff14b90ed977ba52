package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.random.RandomSource;
import java.util.Arrays;
import java.util.List;

/**
 * Stylised facts of the simulated market, measured on minutes. Real markets have heavy tails, no autocorrelation of returns
 * and a slow one of their sizes (arXiv 2402.11930).
 *
 * @param days simulated days
 * @param kurtosis kurtosis of one-minute returns; 3 for a Gaussian
 * @param movesAboveHalfPercentPerDay minutes a day with a return above 0.5 %, up or down; 6 to 17 at Bitfinex
 * @param movesAboveThreePercentPerDay the same above 3 %; 0.02 at Bitfinex
 * @param returnAutocorrelation autocorrelation of neighbouring one-minute returns; about 0
 * @param absoluteReturnAutocorrelation autocorrelation of neighbouring absolute returns; positive
 * @param absoluteReturnAutocorrelationAtOneHour the same for minutes one hour apart; still positive
 * @param volumeVolatilityCorrelation correlation of hourly volume and hourly realised volatility; positive
 * @param fundingAtBaselineShare share of minutes with a funding rate of exactly 0.01 % per 8 hours; most
 * @param minPriceCents lowest price of any coin; above 0
 * @param liquidatedSharePerDay mean share of the open interest that is liquidated in a day
 */
public record StylisedFacts(
        int days,
        double kurtosis,
        double movesAboveHalfPercentPerDay,
        double movesAboveThreePercentPerDay,
        double returnAutocorrelation,
        double absoluteReturnAutocorrelation,
        double absoluteReturnAutocorrelationAtOneHour,
        double volumeVolatilityCorrelation,
        double fundingAtBaselineShare,
        long minPriceCents,
        double liquidatedSharePerDay) {

    private static final long DAY_MINUTES = 1_440;
    /** 5 January 2026, 00:00 UTC. */
    static final long START_MILLIS = 1_767_571_200_000L;

    /** Measures a path without shocks. Costs about half a second per ten days. */
    public static StylisedFacts of(MarketParameters parameters, long seed, int days) {
        var path = new PricePath(parameters, new RandomSource(seed), List.of(), START_MILLIS);
        var minutes =
                new MinuteReturns((int) (days * DAY_MINUTES), path.snapshot().priceCents());
        double liquidated = 0;
        for (long second = 1; second <= days * DAY_MINUTES * 60; second++) {
            MarketSnapshot market = path.advanceTo(START_MILLIS + second * 1_000);
            liquidated += path.liquidatedShareOfLastSecond();
            minutes.addVolume(path.orderIntensity());
            if (second % 60 == 0) {
                minutes.close(market, path);
            }
        }
        return minutes.facts(days, liquidated / days);
    }

    /** Accumulates the minutes of a path. */
    private static final class MinuteReturns {

        private final double[] returns;
        private final double[] volumes;
        private int count;
        private int atBaseline;
        private long minCents = Long.MAX_VALUE;
        private double lastLog;

        MinuteReturns(int minutes, long initialPriceCents) {
            lastLog = StrictMath.log((double) initialPriceCents);
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
            atBaseline += market.fundingBps() == MarketSnapshot.BASELINE_FUNDING_BPS ? 1 : 0;
            for (Asset coin : Asset.COINS) {
                minCents = Math.min(minCents, prices.priceCents(coin));
            }
        }

        StylisedFacts facts(int days, double liquidatedSharePerDay) {
            double[] sizes = new double[returns.length];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(returns[i]);
            }
            return new StylisedFacts(
                    days,
                    TimeSeriesStatistics.kurtosis(returns),
                    (double) countAbove(sizes, 0.005) / days,
                    (double) countAbove(sizes, 0.03) / days,
                    TimeSeriesStatistics.autocorrelation(returns, 1),
                    TimeSeriesStatistics.autocorrelation(sizes, 1),
                    TimeSeriesStatistics.autocorrelation(sizes, 60),
                    TimeSeriesStatistics.correlation(
                            TimeSeriesStatistics.blockSums(volumes, 60),
                            TimeSeriesStatistics.rootSumsOfSquares(returns, 60)),
                    (double) atBaseline / returns.length,
                    minCents,
                    liquidatedSharePerDay);
        }

        private static long countAbove(double[] sizes, double bound) {
            return Arrays.stream(sizes).filter(size -> size > bound).count();
        }
    }
}
