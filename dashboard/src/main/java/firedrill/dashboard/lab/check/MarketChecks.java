package firedrill.dashboard.lab.check;

import firedrill.ingest.market.CascadeStatistics;
import firedrill.ingest.market.MarketParameters;
import firedrill.ingest.market.StylisedFacts;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Check 6: stylised facts of the price. */
final class MarketChecks {

    private static final int DAYS = 5;

    private static final double FALL_PERCENT = 12;
    /** Four times the share of an even flow. */
    private static final double MIN_BUSIEST_MINUTE_SHARE = 0.1;
    /** The recorded maximum is 0.46, in a larger fall. */
    private static final double MAX_BUSIEST_MINUTE_SHARE = 0.5;
    /** Bitfinex: mean of 92 and 47 over five days, median of 64 and 26, in 2019 and 2018. */
    private static final double MIN_MEDIAN_KURTOSIS = 15;

    private static final double MAX_MEDIAN_KURTOSIS = 200;
    /** Bitfinex: 6 and 17 a day. */
    private static final double MIN_LARGE_MOVES = 3;

    private static final double MAX_LARGE_MOVES = 20;
    /** Twice the 0.02 a day of Bitfinex. */
    private static final double MAX_HUGE_MOVES = 0.04;

    /**
     * The checks on paths of {@code seeds}.
     *
     * @param quotes order books that orders met on these seeds
     */
    static List<SanityCheck> evaluate(List<Long> seeds, List<CrossedBookCounter> quotes) {
        var facts = seeds.parallelStream()
                .map(seed -> StylisedFacts.of(MarketParameters.DEFAULT, seed, DAYS))
                .toList();
        return Stream.of(returns(facts), flows(facts, seeds, quotes), sizes(facts))
                .flatMap(List::stream)
                .toList();
    }

    private static List<SanityCheck> returns(List<StylisedFacts> facts) {
        return List.of(
                SanityCheck.atLeast(
                        "6a", "kurtosis of a minute's return, mean", mean(facts, StylisedFacts::kurtosis), 6),
                SanityCheck.between(
                        "6b",
                        "autocorrelation of returns of a minute, mean",
                        mean(facts, StylisedFacts::returnAutocorrelation),
                        -0.05,
                        0.05),
                SanityCheck.atLeast(
                        "6c",
                        "autocorrelation of their sizes, mean",
                        mean(facts, StylisedFacts::absoluteReturnAutocorrelation),
                        0.05),
                SanityCheck.atLeast(
                        "6d",
                        "the same an hour later, mean",
                        mean(facts, StylisedFacts::absoluteReturnAutocorrelationAtOneHour),
                        0.01));
    }

    private static List<SanityCheck> flows(
            List<StylisedFacts> facts, List<Long> seeds, List<CrossedBookCounter> quotes) {
        return List.of(
                SanityCheck.atLeast(
                        "6e",
                        "correlation of volume and volatility, mean",
                        mean(facts, StylisedFacts::volumeVolatilityCorrelation),
                        0.1),
                SanityCheck.atLeast(
                        "6f",
                        "share of minutes with funding at 0.01 %, mean",
                        mean(facts, StylisedFacts::fundingAtBaselineShare),
                        0.5),
                SanityCheck.exactly(
                        "6g",
                        "orders that met a crossed or empty book",
                        quotes.stream()
                                .mapToDouble(CrossedBookCounter::invalidOrders)
                                .sum(),
                        0),
                SanityCheck.between(
                        "6h",
                        "busiest minute's share of forced sales in a cascade's busiest 40, mean",
                        shareOfBusiestMinute(seeds),
                        MIN_BUSIEST_MINUTE_SHARE,
                        MAX_BUSIEST_MINUTE_SHARE));
    }

    private static List<SanityCheck> sizes(List<StylisedFacts> facts) {
        return List.of(
                SanityCheck.between(
                        "6i",
                        "kurtosis of a minute's return over five days, median",
                        median(facts, StylisedFacts::kurtosis),
                        MIN_MEDIAN_KURTOSIS,
                        MAX_MEDIAN_KURTOSIS),
                SanityCheck.between(
                        "6j",
                        "moves above 0.5 % within a minute, a day",
                        mean(facts, StylisedFacts::movesAboveHalfPercentPerDay),
                        MIN_LARGE_MOVES,
                        MAX_LARGE_MOVES),
                SanityCheck.between(
                        "6k",
                        "moves above 3 % within a minute, a day",
                        mean(facts, StylisedFacts::movesAboveThreePercentPerDay),
                        0,
                        MAX_HUGE_MOVES));
    }

    private static double shareOfBusiestMinute(List<Long> seeds) {
        return seeds.parallelStream()
                .mapToDouble(seed -> CascadeStatistics.of(MarketParameters.DEFAULT, seed, FALL_PERCENT)
                        .peakMinuteShare())
                .average()
                .orElseThrow();
    }

    private static double median(List<StylisedFacts> facts, ToDoubleFunction<StylisedFacts> figure) {
        double[] sorted = facts.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double mean(List<StylisedFacts> facts, ToDoubleFunction<StylisedFacts> figure) {
        return facts.stream().mapToDouble(figure).average().orElseThrow();
    }

    private MarketChecks() {}
}
