package firedrill.dashboard.lab;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.incident.Scenario;
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

    List<Check> of(List<Long> seeds) {
        var people = lab.settings().population();
        var usual = departures(lab, seeds);
        var doubled = departures(
                lab.at(lab.settings().withPopulation(people.withPeopleTold(2 * people.peopleTold()))), seeds);
        return List.of(
                Check.atMost("9a", "users lost to talk, of all who left", share(usual), 0.3),
                Check.between(
                        "9b",
                        "users lost to talk when leavers tell twice as many, of before",
                        (double) byTalk(doubled) / byTalk(usual),
                        1.5,
                        2.6),
                Check.atMost("9c", "users lost to talk then, of all who left", share(doubled), 0.3),
                Check.atMost("9d", "hour at which large accounts leave, of others' hour", haste(usual), 0.95));
    }

    private List<Departure> departures(Lab at, List<Long> seeds) {
        return seeds.parallelStream()
                .flatMap(seed -> {
                    var left = new ArrayList<Departure>();
                    at.run(quiet, Operator.Standing.BLOCK_ALL, seed, LENGTH, new Witness() {
                        @Override
                        public void outcome(Outcome outcome) {
                            if (outcome instanceof Departure departure) {
                                left.add(departure);
                            }
                        }
                    });
                    return left.stream();
                })
                .toList();
    }

    private double haste(List<Departure> left) {
        long large = left.stream()
                .mapToLong(Departure::lifetimeValueCents)
                .sorted()
                .skip(left.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
        return hour(left.stream().filter(gone -> gone.lifetimeValueCents() >= large))
                / hour(left.stream().filter(gone -> gone.lifetimeValueCents() < large));
    }

    private double hour(Stream<Departure> left) {
        return left.mapToLong(Departure::timeMillis).average().orElseThrow()
                - lab.settings().startMillis();
    }

    private static double share(List<Departure> left) {
        return (double) byTalk(left) / left.size();
    }

    private static long byTalk(List<Departure> left) {
        return left.stream().filter(Departure::byWordOfMouth).count();
    }
}
