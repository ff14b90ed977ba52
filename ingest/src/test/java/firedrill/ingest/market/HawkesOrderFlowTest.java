package firedrill.ingest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.random.RandomSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class HawkesOrderFlowTest {

    private static final long START = 1_767_571_200_000L;
    private static final int HOUR = 3_600;

    @Test
    void inAQuietMarketTheMeanIntensityIsOne() {
        double sum = 0;
        int seconds = 10 * 24 * HOUR;
        for (long seed = 0; seed < 8; seed++) {
            var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), List.of(), START);
            for (int second = 1; second <= seconds; second++) {
                path.advanceTo(START + second * 1_000L);
                sum += path.orderIntensity();
            }
        }

        assertThat(sum / 8 / seconds).isCloseTo(1, within(0.1));
    }

    @Test
    void intensityGrowsWithVolatility() {
        assertThat(mean(Regime.NORMAL, 8, 24)).isGreaterThan(2 * mean(Regime.NORMAL, 1, 24));
    }

    @Test
    void stressExcitesMoreThanCalm() {
        assertThat(mean(Regime.STRESS, 1, 24)).isGreaterThan(2 * mean(Regime.CALM, 1, 24));
    }

    @Test
    void ordersClusterInBurstsOfMinutes() {
        var orderFlow = new HawkesOrderFlow(
                MarketParameters.DEFAULT.orderFlow(),
                new RegimeModel(MarketParameters.DEFAULT),
                new RandomSource(3).stream(() -> "test"));
        double[] minutes = new double[3_000];
        for (int second = 0; second < minutes.length * 60; second++) {
            orderFlow.step(second, Regime.NORMAL, 1);
            minutes[second / 60] += orderFlow.intensity();
        }

        assertThat(TimeSeriesStatistics.autocorrelation(minutes, 5)).isGreaterThan(0.6);
        assertThat(TimeSeriesStatistics.autocorrelation(minutes, 600)).isLessThan(0.3);
    }

    @Test
    void theIntensityIsBounded() {
        var orderFlow = new HawkesOrderFlow(
                MarketParameters.DEFAULT.orderFlow(),
                new RegimeModel(MarketParameters.DEFAULT),
                new RandomSource(3).stream(() -> "test"));
        for (int second = 0; second < 6 * HOUR; second++) {
            orderFlow.step(second, Regime.STRESS, 100);
            assertThat(orderFlow.intensity()).isLessThanOrEqualTo(15);
        }
    }

    private static double mean(Regime regime, double relativeVolatility, int hours) {
        var orderFlow = new HawkesOrderFlow(
                MarketParameters.DEFAULT.orderFlow(),
                new RegimeModel(MarketParameters.DEFAULT),
                new RandomSource(3).stream(() -> "test"));
        double sum = 0;
        for (int second = 0; second < hours * HOUR; second++) {
            orderFlow.step(second, regime, relativeVolatility);
            sum += orderFlow.intensity();
        }
        return sum / hours / HOUR;
    }
}
