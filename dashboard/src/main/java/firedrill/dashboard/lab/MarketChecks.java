package firedrill.dashboard.lab;

import firedrill.ingest.market.StylisedFacts;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The sixth question: does the price move as prices do? */
final class MarketChecks {

    private static final int DAYS = 5;

    static List<Check> of(List<Long> seeds) {
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
                Check.atLeast(
                        "6g",
                        "lowest price of any coin in cents",
                        facts.stream()
                                .mapToDouble(StylisedFacts::lowestPriceCents)
                                .min()
                                .orElse(0),
                        1));
    }

    private static double mean(List<StylisedFacts> facts, ToDoubleFunction<StylisedFacts> figure) {
        return facts.stream().mapToDouble(figure).average().orElseThrow();
    }

    private MarketChecks() {}
}
