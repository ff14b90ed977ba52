package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Check 11: the policy believes what the world does, in a calm market, in one that swings and in the hours after it. */
final class BeliefChecks {

    private static final Duration QUIET_LENGTH = Duration.ofHours(6);
    /** Holds and reviews have ended by then, and those who leave have left. */
    private static final Duration AFTERMATH = Duration.ofDays(3);

    private static final long MIN_REQUESTS = 50;
    private static final double MAX_MISS = 1.5;

    private final Lab lab;
    private final Scenario quiet;
    private final Scenario crash;
    private final Policy policy;

    BeliefChecks(Lab lab, Scenario quiet, Scenario crash) {
        this.lab = lab;
        this.quiet = quiet;
        this.crash = crash;
        this.policy = ScoringParameters.of(lab.settings().world().set()).policy();
    }

    /** The table over these seeds, under do-nothing. */
    List<Belief> measure(List<Long> seeds) {
        var table = new BeliefTable();
        seeds.parallelStream()
                .flatMap(seed -> Stream.of(observe(quiet, seed, QUIET_LENGTH), observe(crash, seed, crash.length())))
                .toList()
                .forEach(table::add);
        return table.beliefs();
    }

    static List<SanityCheck> evaluate(List<Belief> beliefs) {
        return List.of(SanityCheck.atMost(
                "11a",
                "believed over realised cost of honest friction, worst of the actions and tiers, either way",
                beliefs.stream()
                        .filter(belief -> belief.requests() >= MIN_REQUESTS)
                        .mapToDouble(Belief::miss)
                        .max()
                        .orElse(Double.NaN),
                MAX_MISS));
    }

    private BeliefTable observe(Scenario scenario, long seed, Duration length) {
        var economics =
                lab.settings().withParametersOf(scenario).world().exchange().economics();
        var observer = new BeliefObserver(policy, economics, lab.startMillis());
        lab.withAftermath(AFTERMATH).run(scenario, Operator.Baseline.DO_NOTHING, seed, length, observer);
        return observer.table();
    }
}
