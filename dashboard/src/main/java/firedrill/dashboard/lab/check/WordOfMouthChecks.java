package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.OutcomeKinds;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Check 9: word of mouth matters without running away; measured in the worst case, under block-all. */
final class WordOfMouthChecks {

    private static final Duration LENGTH = Duration.ofHours(6);

    private final Lab lab;
    private final Scenario quiet;

    WordOfMouthChecks(Lab lab, Scenario quiet) {
        this.lab = lab;
        this.quiet = quiet;
    }

    List<SanityCheck> run(List<Long> seeds) {
        var usual = departures(lab, seeds);
        var doubled = departures(lab.withSettings(withTwicePeopleTold(lab.settings())), seeds);
        return List.of(
                SanityCheck.atMost("9a", "departures by word of mouth, share of all", share(usual), 0.3),
                SanityCheck.between(
                        "9b",
                        "departures by word of mouth with doubled reach, relative to before",
                        (double) byWordOfMouth(doubled) / byWordOfMouth(usual),
                        1.5,
                        2.6),
                SanityCheck.atMost(
                        "9c", "departures by word of mouth with doubled reach, share of all", share(doubled), 0.3),
                SanityCheck.atMost(
                        "9d",
                        "mean departure time of the top 1 % by value, relative to the others",
                        departureTimeRatio(usual),
                        0.95));
    }

    private static ExchangeSettings withTwicePeopleTold(ExchangeSettings usual) {
        double peopleTold = usual.world().customer().churn().peopleTold();
        try {
            return usual.withWorld(usual.world().with("customer.churn.peopleTold", Double.toString(2 * peopleTold)));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<Churn> departures(Lab at, List<Long> seeds) {
        return seeds.parallelStream()
                .flatMap(seed -> {
                    var departures = new ArrayList<Churn>();
                    at.run(quiet, Operator.Baseline.BLOCK_ALL, seed, LENGTH, new RunObserver() {
                        @Override
                        public void onOutcome(Outcome outcome) {
                            OutcomeKinds.churn(outcome).ifPresent(departures::add);
                        }
                    });
                    return departures.stream();
                })
                .toList();
    }

    private double departureTimeRatio(List<Churn> departures) {
        long large = departures.stream()
                .mapToLong(Churn::lifetimeValueCents)
                .sorted()
                .skip(departures.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
        return hour(departures.stream().filter(churn -> churn.lifetimeValueCents() >= large))
                / hour(departures.stream().filter(churn -> churn.lifetimeValueCents() < large));
    }

    private double hour(Stream<Churn> departures) {
        return departures.mapToLong(Churn::timeMillis).average().orElseThrow()
                - lab.settings().startMillis();
    }

    private static double share(List<Churn> departures) {
        return (double) byWordOfMouth(departures) / departures.size();
    }

    private static long byWordOfMouth(List<Churn> departures) {
        return departures.stream().filter(Churn::isWordOfMouth).count();
    }
}
