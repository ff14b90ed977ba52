package firedrill.dashboard.lab.check;

import firedrill.ingest.event.OutcomeKinds;
import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ninth question: does talk do harm, but not run away? Measured where it is worst, with everything refused. */
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
                SanityCheck.atMost("9a", "users lost to talk, of all who left", share(usual), 0.3),
                SanityCheck.between(
                        "9b",
                        "users lost to talk when leavers tell twice as many, of before",
                        (double) byWordOfMouth(doubled) / byWordOfMouth(usual),
                        1.5,
                        2.6),
                SanityCheck.atMost("9c", "users lost to talk then, of all who left", share(doubled), 0.3),
                SanityCheck.atMost(
                        "9d", "hour at which large accounts leave, of others' hour", departureTimeRatio(usual), 0.95));
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
                    var left = new ArrayList<Churn>();
                    at.run(quiet, Operator.Baseline.BLOCK_ALL, seed, LENGTH, new RunObserver() {
                        @Override
                        public void onOutcome(Outcome outcome) {
                            OutcomeKinds.churn(outcome).ifPresent(left::add);
                        }
                    });
                    return left.stream();
                })
                .toList();
    }

    private double departureTimeRatio(List<Churn> left) {
        long large = left.stream()
                .mapToLong(Churn::lifetimeValueCents)
                .sorted()
                .skip(left.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
        return hour(left.stream().filter(gone -> gone.lifetimeValueCents() >= large))
                / hour(left.stream().filter(gone -> gone.lifetimeValueCents() < large));
    }

    private double hour(Stream<Churn> left) {
        return left.mapToLong(Churn::timeMillis).average().orElseThrow()
                - lab.settings().startMillis();
    }

    private static double share(List<Churn> left) {
        return (double) byWordOfMouth(left) / left.size();
    }

    private static long byWordOfMouth(List<Churn> left) {
        return left.stream().filter(Churn::isWordOfMouth).count();
    }
}
