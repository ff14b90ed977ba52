package firedrill.dashboard.lab;

import firedrill.ingest.market.CascadeFacts;
import firedrill.ingest.market.StylisedFacts;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The sixth question: does the price move as prices do? */
final class MarketChecks {

    private static final int DAYS = 5;

    private static final double FALL_PERCENT = 12;
    /** Four times what an even flow would give. */
    private static final double LEAST_IN_A_MINUTE = 0.1;
    /** On record is 0.46, of a larger fall. */
    private static final double MOST_IN_A_MINUTE = 0.5;

    /**
     * The checks on paths of {@code seeds}.
     *
     * @param quotes what orders met on these seeds
     */
    static List<Check> of(List<Long> seeds, List<Quotes> quotes) {
        var facts =
                seeds.parallelStream().map(seed -> StylisedFacts.of(seed, DAYS)).toList();
        return List.of(
                Check.atLeast("6a", "kurtosis of a minute's return, mean", mean(facts, StylisedFacts::kurtosis), 6),
                Check.between(
                        "6b",
                        "autocorrelation of returns of a minute, mean",
                        mean(facts, StylisedFacts::returnMemory),
                        -0.05,
                        0.05),
                Check.atLeast(
                        "6c", "autocorrelation of their sizes, mean", mean(facts, StylisedFacts::sizeMemory), 0.05),
                Check.atLeast(
                        "6d", "the same an hour later, mean", mean(facts, StylisedFacts::sizeMemoryAfterAnHour), 0.01),
                Check.atLeast(
                        "6e",
                        "correlation of volume and volatility, mean",
                        mean(facts, StylisedFacts::volumeWithVolatility),
                        0.1),
                Check.atLeast(
                        "6f",
                        "share of minutes with funding at 0.01 %, mean",
                        mean(facts, StylisedFacts::fundingPinnedShare),
                        0.5),
                Check.exactly(
                        "6g",
                        "orders that met a crossed book, or a bid of nothing",
                        quotes.stream().mapToDouble(Quotes::impossible).sum(),
                        0),
                Check.between(
                        "6h",
                        "share of the busiest minute in the forced sales of a cascade's busiest 40, mean",
                        shareOfBusiestMinute(seeds),
                        LEAST_IN_A_MINUTE,
                        MOST_IN_A_MINUTE));
    }

    private static double shareOfBusiestMinute(List<Long> seeds) {
        return seeds.parallelStream()
                .mapToDouble(seed -> CascadeFacts.of(seed, FALL_PERCENT).shareOfBusiestMinute())
                .average()
                .orElseThrow();
    }

    private static double mean(List<StylisedFacts> facts, ToDoubleFunction<StylisedFacts> figure) {
        return facts.stream().mapToDouble(figure).average().orElseThrow();
    }

    private MarketChecks() {}
}
