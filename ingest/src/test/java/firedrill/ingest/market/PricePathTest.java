package firedrill.ingest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.random.RandomSource;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PricePathTest {

    private static final long START = 1_767_571_200_000L;
    private static final long MINUTE = 60_000;
    private static final List<PriceShock> SHOCKS =
            List.of(new PriceShock(Duration.ofMinutes(40), Duration.ofMinutes(30), -12));

    private static final List<PriceShock> RALLY =
            List.of(new PriceShock(Duration.ofMinutes(40), Duration.ofMinutes(30), 12));

    @Property(tries = 20)
    void thePriceIsAFunctionOfSeedAndTime(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200_000) int stepMillis) {
        var slowly = quiet(seed);
        for (long time = START; time < START + 20 * MINUTE; time += stepMillis) {
            slowly.advanceTo(time);
        }

        assertThat(slowly.advanceTo(START + 20 * MINUTE)).isEqualTo(quiet(seed).advanceTo(START + 20 * MINUTE));
    }

    @Property(tries = 20)
    void aShockLowersThePriceByItsPercentageForGood(@ForAll long seed) {
        var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), SHOCKS, START);
        double before = path.advanceTo(START + 40 * MINUTE).priceCents();
        double halfway = path.advanceTo(START + 55 * MINUTE).priceCents();
        double after = path.advanceTo(START + 70 * MINUTE).priceCents();

        // Three standard deviations of the stress regime are 4.5 %; liquidations run slightly ahead.
        assertThat(halfway / before).isCloseTo(Math.sqrt(0.88), within(0.06));
        assertThat(after / before).isCloseTo(0.88, within(0.07));
    }

    @Property(tries = 20)
    void aRiseLiftsThePriceByItsPercentageForGood(@ForAll long seed) {
        var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), RALLY, START);
        double before = path.advanceTo(START + 40 * MINUTE).priceCents();
        double halfway = path.advanceTo(START + 55 * MINUTE).priceCents();
        MarketSnapshot after = path.advanceTo(START + 70 * MINUTE);

        assertThat(halfway / before).isCloseTo(Math.sqrt(1.12), within(0.06));
        assertThat(after.priceCents() / before).isCloseTo(1.12, within(0.08));
        assertThat(after.returnZ()).isGreaterThan(8);
    }

    @Test
    void aRiseExcitesOrdersAndLiquidatesFewLongs() {
        double liquidatedInRally = 0;
        double liquidatedInFall = 0;
        double maxOrders = 0;
        for (long seed = 0; seed < 20; seed++) {
            var rally = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), RALLY, START);
            liquidatedInRally += rally.advanceTo(START + 70 * MINUTE).liquidatedShare();
            maxOrders += rally.orderIntensity() / 20;
            var fall = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), SHOCKS, START);
            liquidatedInFall += fall.advanceTo(START + 70 * MINUTE).liquidatedShare();
        }

        assertThat(maxOrders).isGreaterThan(3);
        assertThat(liquidatedInRally).isLessThan(liquidatedInFall / 5);
    }

    @Test
    void aFallAndARiseAtTheSameTimeCancelOut() {
        var both = List.of(
                new PriceShock(Duration.ofMinutes(40), Duration.ofMinutes(30), -20),
                new PriceShock(Duration.ofMinutes(40), Duration.ofMinutes(30), 25));
        double sum = 0;
        for (long seed = 0; seed < 40; seed++) {
            var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), both, START);
            double before = path.advanceTo(START + 40 * MINUTE).priceCents();
            sum += path.advanceTo(START + 70 * MINUTE).priceCents() / before;
        }

        assertThat(sum / 40).isCloseTo(1, within(0.02));
    }

    @Test
    void aSecondFallBeginsWithoutAJump() {
        var twice = List.of(
                new PriceShock(Duration.ofMinutes(40), Duration.ofMinutes(20), -12),
                new PriceShock(Duration.ofMinutes(65), Duration.ofMinutes(20), -12));
        for (long seed = 0; seed < 20; seed++) {
            var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), twice, START);
            double before = path.advanceTo(START + 65 * MINUTE).priceCents();
            double next = path.advanceTo(START + 65 * MINUTE + 1_000).priceCents();

            // The impact of the first cascade, some 2 %, still counts towards its fall.
            assertThat(next / before).isCloseTo(1, within(0.006));
        }
    }

    @Test
    void afterAShockThePriceStaysLowOnAverage() {
        double sum = 0;
        for (long seed = 0; seed < 60; seed++) {
            var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), SHOCKS, START);
            double before = path.advanceTo(START + 40 * MINUTE).priceCents();
            sum += path.advanceTo(START + 130 * MINUTE).priceCents() / before;
        }

        assertThat(sum / 60).isCloseTo(0.88, within(0.05));
    }

    @Property(tries = 20)
    void everyFigureStaysInItsRange(@ForAll long seed, @ForAll @IntRange(min = 1, max = 95) int percent) {
        var shock = new PriceShock(Duration.ofMinutes(10), Duration.ofMinutes(5), -percent);
        var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), List.of(shock), START);
        for (int second = 0; second < 3_600; second++) {
            MarketSnapshot market = path.advanceTo(START + second * 1_000L);

            assertThat(market.depthShare()).isBetween(0.15, 1.3);
            assertThat(path.orderIntensity()).isGreaterThan(0).isLessThanOrEqualTo(15);
            assertThat(path.liquidatedShareOfLastSecond()).isBetween(0.0, 1.0);
            assertThat(path.openInterestShare()).isBetween(0.0, 1.1);
            assertThat(Asset.COINS)
                    .allSatisfy(coin -> assertThat(path.priceCents(coin)).isGreaterThanOrEqualTo(100));
        }
    }

    @Test
    void smallCoinsLoseMoreThanTheIndexInACascade() {
        double[] lost = new double[Asset.COINS.size()];
        for (long seed = 0; seed < 30; seed++) {
            var path = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), SHOCKS, START);
            path.advanceTo(START + 40 * MINUTE);
            for (int i = 0; i < lost.length; i++) {
                lost[i] += Math.log((double) path.priceCents(Asset.COINS.get(i))) / 30;
            }
            path.advanceTo(START + 70 * MINUTE);
            for (int i = 0; i < lost.length; i++) {
                lost[i] -= Math.log((double) path.priceCents(Asset.COINS.get(i))) / 30;
            }
        }

        assertThat(lost).isSorted();
        assertThat(1 - Math.exp(-lost[3])).isBetween(0.2, 0.5);
    }

    @Property(tries = 20)
    void beforeTheShockTheMarketIsThatOfAQuietDay(@ForAll long seed) {
        assertThat(new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), SHOCKS, START)
                        .advanceTo(START + 40 * MINUTE))
                .isEqualTo(quiet(seed).advanceTo(START + 40 * MINUTE));
    }

    @Property(tries = 20)
    void aShockMovesBothZScores(@ForAll long seed) {
        MarketSnapshot market = new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), SHOCKS, START)
                .advanceTo(START + 70 * MINUTE);

        assertThat(market.returnZ()).isLessThan(-8);
        assertThat(market.volatilityZ()).isGreaterThan(2);
    }

    @Test
    void onAnOrdinaryDayTheZScoresAreSmall() {
        double sumOfSquares = 0;
        double sumOfVolatility = 0;
        int count = 0;
        for (long seed = 0; seed < 60; seed++) {
            MarketSnapshot market = quiet(seed).advanceTo(START + 180 * MINUTE);
            sumOfSquares += market.returnZ() * market.returnZ();
            sumOfVolatility += market.volatilityZ();
            count++;
        }

        assertThat(sumOfSquares / count).isBetween(0.4, 3.0);
        assertThat(sumOfVolatility / count).isBetween(-1.5, 1.0);
    }

    @Test
    void minuteReturnsAreHeavyTailedAndUncorrelatedButTheirSizesAreNot() {
        double[] returns = minuteReturns(11, 14 * 24 * 60);

        assertThat(TimeSeriesStatistics.kurtosis(returns)).isGreaterThan(4);
        assertThat(TimeSeriesStatistics.autocorrelation(returns, 1)).isCloseTo(0, within(0.08));
        double[] sizes = returns.clone();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(sizes[i]);
        }
        assertThat(TimeSeriesStatistics.autocorrelation(sizes, 1)).isGreaterThan(0.1);
    }

    private static PricePath quiet(long seed) {
        return new PricePath(MarketParameters.DEFAULT, new RandomSource(seed), List.of(), START);
    }

    private static double[] minuteReturns(long seed, int minutes) {
        var path = quiet(seed);
        double[] returns = new double[minutes];
        double last = Math.log((double) path.snapshot().priceCents());
        for (int i = 0; i < minutes; i++) {
            double next =
                    Math.log((double) path.advanceTo(START + (i + 1) * MINUTE).priceCents());
            returns[i] = next - last;
            last = next;
        }
        return returns;
    }
}
