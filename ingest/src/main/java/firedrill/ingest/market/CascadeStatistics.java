package firedrill.ingest.market;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.random.RandomSource;
import java.time.Duration;
import java.util.List;

/**
 * What a declared fall of the price does, measured over five hours; anchors of 10 October 2025 in {@code reference/domain.md}
 * 2.1, which was a larger fall.
 *
 * @param fallPercent by which the price falls within half an hour
 * @param liquidatedShare of the open interest, closed by force in all
 * @param peak40MinuteShare of what is forced; 0.7 on record
 * @param peakMinuteShare of those 40 minutes; 0.46 on record
 * @param openInterestLostShare as a share; 0.43 on record
 * @param minDepthShare of the book, as a share of the usual depth
 * @param maxOrderIntensity times the usual number of orders
 * @param maxPriceImpact by which forced sales pressed the price down, logarithmic; a part of the fall
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
    private static final long START_MILLIS = 1_767_571_200_000L;
    private static final Duration AT = Duration.ofMinutes(40);
    private static final Duration LASTING = Duration.ofMinutes(30);

    /** Of a fall by {@code percent}, in (0, 95]. */
    public static CascadeStatistics of(long seed, double percent) {
        var fall = List.of(new PriceShock(AT, LASTING, percent));
        var path = new PricePath(new RandomSource(seed), fall, START_MILLIS);
        double[] forced = new double[MINUTES];
        double openBefore = path.openInterestShare();
        double leastOpen = openBefore;
        double leastDepth = 1;
        double mostOrders = 0;
        double mostPressure = 0;
        for (int second = 0; second < MINUTES * 60; second++) {
            double open = path.openInterestShare();
            MarketSnapshot market = path.advanceTo(START_MILLIS + (second + 1) * 1_000L);
            forced[second / 60] += path.liquidatedShareOfLastSecond() * open;
            leastOpen = Math.min(leastOpen, path.openInterestShare());
            leastDepth = Math.min(leastDepth, market.depthShare());
            mostOrders = Math.max(mostOrders, path.orderIntensity());
            mostPressure = Math.max(mostPressure, path.priceImpact());
        }
        double all = busiest(forced, MINUTES);
        double window = busiest(forced, WINDOW_MINUTES);
        return new CascadeStatistics(
                percent,
                all / openBefore,
                window / all,
                busiest(forced, 1) / window,
                1 - leastOpen / openBefore,
                leastDepth,
                mostOrders,
                mostPressure);
    }

    /** The largest sum of so many neighbours. */
    private static double busiest(double[] values, int width) {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] - (i >= width ? values[i - width] : 0);
            most = Math.max(most, sum);
        }
        return most;
    }
}
