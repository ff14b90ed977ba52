package firedrill.ingest.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.MarketSnapshot;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Stylised facts on several seeds of two weeks each; published figures stand in {@code docs/facts.md}. */
class StylisedFactsTest {

    private static final List<StylisedFacts> FACTS = LongStream.range(100, 106)
            .mapToObj(seed -> StylisedFacts.of(MarketParameters.DEFAULT, seed, 14))
            .toList();
    private static final List<CascadeStatistics> CASCADES = LongStream.range(100, 112)
            .mapToObj(seed -> CascadeStatistics.of(MarketParameters.DEFAULT, seed, 12))
            .toList();

    @Test
    void minutesHaveHeavyTails() {
        assertThat(FACTS).allSatisfy(facts -> assertThat(facts.kurtosis()).isBetween(20.0, 600.0));
    }

    @Test
    void someMinutesOfADayMoveByHalfAPercentAndHardlyAnyInAMonthByThree() {
        assertThat(mean(FACTS.stream()
                        .mapToDouble(StylisedFacts::movesAboveHalfPercentPerDay)
                        .toArray()))
                .isBetween(3.0, 20.0);
        assertThat(mean(FACTS.stream()
                        .mapToDouble(StylisedFacts::movesAboveThreePercentPerDay)
                        .toArray()))
                .isLessThanOrEqualTo(0.04);
    }

    @Test
    void returnsAreUncorrelated() {
        assertThat(FACTS)
                .allSatisfy(facts -> assertThat(facts.returnAutocorrelation()).isCloseTo(0, within(0.1)));
    }

    @Test
    void absoluteReturnsAreCorrelatedForAnHour() {
        assertThat(FACTS).allSatisfy(facts -> {
            assertThat(facts.absoluteReturnAutocorrelation()).isGreaterThan(0.03);
            assertThat(facts.absoluteReturnAutocorrelationAtOneHour()).isGreaterThan(0.01);
        });
    }

    @Test
    void busyHoursAreVolatileHours() {
        assertThat(FACTS)
                .allSatisfy(
                        facts -> assertThat(facts.volumeVolatilityCorrelation()).isGreaterThan(0.3));
    }

    @Test
    void fundingStandsAtOneBasisPointMostOfTheTime() {
        assertThat(FACTS)
                .allSatisfy(facts -> assertThat(facts.fundingAtBaselineShare()).isBetween(0.5, 0.999));
    }

    @Test
    void onOrdinaryDaysFewPositionsAreLiquidated() {
        assertThat(mean(FACTS.stream()
                        .mapToDouble(StylisedFacts::liquidatedSharePerDay)
                        .toArray()))
                .isBetween(0.0005, 0.02);
    }

    @Test
    void noPriceReachesItsLowerBound() {
        assertThat(FACTS)
                .allSatisfy(facts -> assertThat(facts.minPriceCents()).isGreaterThan(MarketSnapshot.MIN_PRICE_CENTS));
    }

    @Test
    void aCascadeIsConcentratedInTime() {
        assertThat(mean(CASCADES.stream()
                        .mapToDouble(CascadeStatistics::peak40MinuteShare)
                        .toArray()))
                .isBetween(0.7, 1.0);
        // An even flow would give the busiest minute 0.03; the upper anchor is 0.46.
        assertThat(CASCADES)
                .allSatisfy(cascade -> assertThat(cascade.peakMinuteShare()).isBetween(0.09, 0.5));
    }

    @Test
    void aCascadeReducesOpenInterestByAFifthToAHalf() {
        assertThat(mean(CASCADES.stream()
                        .mapToDouble(CascadeStatistics::openInterestLostShare)
                        .toArray()))
                .isBetween(0.2, 0.5);
        assertThat(mean(CASCADES.stream()
                        .mapToDouble(CascadeStatistics::liquidatedShare)
                        .toArray()))
                .isBetween(0.05, 0.15);
    }

    @Test
    void makersWithdrawInACascadeAndOrdersMultiply() {
        assertThat(CASCADES).allSatisfy(cascade -> {
            assertThat(cascade.minDepthShare()).isBetween(0.15, 0.3);
            assertThat(cascade.maxOrderIntensity()).isBetween(4.0, 15.0);
            assertThat(cascade.maxPriceImpact()).isBetween(0.005, 0.05);
        });
    }

    @Test
    void liquidationsGrowWithTheFall() {
        assertThat(CascadeStatistics.of(MarketParameters.DEFAULT, 5, 20).liquidatedShare())
                .isGreaterThan(
                        CascadeStatistics.of(MarketParameters.DEFAULT, 5, 10).liquidatedShare());
        assertThat(CascadeStatistics.of(MarketParameters.DEFAULT, 5, 10).liquidatedShare())
                .isGreaterThan(
                        CascadeStatistics.of(MarketParameters.DEFAULT, 5, 3).liquidatedShare());
    }

    @Test
    void theFactsAreAFunctionOfTheSeed() {
        assertThat(StylisedFacts.of(MarketParameters.DEFAULT, 9, 1))
                .isEqualTo(StylisedFacts.of(MarketParameters.DEFAULT, 9, 1));
        assertThat(CascadeStatistics.of(MarketParameters.DEFAULT, 9, 12))
                .isEqualTo(CascadeStatistics.of(MarketParameters.DEFAULT, 9, 12));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }
}
