package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.random.RandomSource;
import java.time.Duration;
import java.util.List;

/**
 * Statistics of the liquidation cascade under a declared price shock, measured over five hours. Figures for comparison are
 * of 10 October 2025, a larger fall (Amberdata, CoinShares).
 *
 * @param fallPercent declared fall of the price within half an hour
 * @param liquidatedShare share of the open interest that is liquidated in all
 * @param peak40MinuteShare share of the liquidations in the busiest 40 minutes; 0.7 in 2025
 * @param peakMinuteShare share of the busiest minute in those 40 minutes; 0.46 in 2025
 * @param openInterestLostShare share of the open interest that is lost at the lowest point; 0.43 in 2025
 * @param minDepthShare lowest depth of the book, as a share of the usual depth
 * @param maxOrderIntensity highest multiple of the usual number of orders
 * @param maxPriceImpact highest price impact of liquidations, logarithmic; a part of the fall
 */
public record CascadeStatistics(
        double fallPercent,
        double liquidatedShare,
        double peak40MinuteShare,
        double peakMinuteShare,
        double openInterestLostShare,
        double minDepthShare,
        double maxOrderIntensity,
        double maxPriceImpact) {

    private static final int MINUTES = 300;
    private static final int WINDOW_MINUTES = 40;
    private static final Duration SHOCK_START = Duration.ofMinutes(40);
    private static final Duration SHOCK_DURATION = Duration.ofMinutes(30);

    /** Measures a fall by {@code fallPercent}, in (0, 100). */
    public static CascadeStatistics of(MarketParameters parameters, long seed, double fallPercent) {
        var shocks = List.of(new PriceShock(SHOCK_START, SHOCK_DURATION, -fallPercent));
        var path = new PricePath(parameters, new RandomSource(seed), shocks, StylisedFacts.START_MILLIS);
        double[] liquidated = new double[MINUTES];
        double openBefore = path.openInterestShare();
        double minOpen = openBefore;
        double minDepth = 1;
        double maxOrders = 0;
        double maxImpact = 0;
        for (int second = 0; second < MINUTES * 60; second++) {
            double open = path.openInterestShare();
            MarketSnapshot market = path.advanceTo(StylisedFacts.START_MILLIS + (second + 1) * 1_000L);
            liquidated[second / 60] += path.liquidatedShareOfLastSecond() * open;
            minOpen = Math.min(minOpen, path.openInterestShare());
            minDepth = Math.min(minDepth, market.depthShare());
            maxOrders = Math.max(maxOrders, path.orderIntensity());
            maxImpact = Math.max(maxImpact, path.priceImpact());
        }
        double all = busiest(liquidated, MINUTES);
        double window = busiest(liquidated, WINDOW_MINUTES);
        return new CascadeStatistics(
                fallPercent,
                all / openBefore,
                window / all,
                busiest(liquidated, 1) / window,
                1 - minOpen / openBefore,
                minDepth,
                maxOrders,
                maxImpact);
    }

    /** The largest sum of {@code width} neighbouring values. */
    private static double busiest(double[] values, int width) {
        double sum = 0;
        double max = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] - (i >= width ? values[i - width] : 0);
            max = Math.max(max, sum);
        }
        return max;
    }
}
