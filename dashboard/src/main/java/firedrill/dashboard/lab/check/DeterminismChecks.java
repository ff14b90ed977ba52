package firedrill.dashboard.lab.check;

import firedrill.dashboard.lab.Lab;
import firedrill.dashboard.lab.Operator;
import firedrill.dashboard.lab.RunObserver;
import firedrill.dashboard.ledger.Posting;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.OutcomeKinds;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.decision.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Check 10: a run is reproducible, and another operator changes only the users whom it affects. */
final class DeterminismChecks {

    private static final Duration LENGTH = Duration.ofHours(3);

    private final Lab lab;
    private final Scenario quiet;

    DeterminismChecks(Lab lab, Scenario quiet) {
        this.lab = lab;
        this.quiet = quiet;
    }

    List<SanityCheck> run(List<Long> seeds) {
        double different =
                seeds.parallelStream().filter(this::isDifferentWhenRepeated).count();
        double changed =
                seeds.parallelStream().mapToLong(this::changedByOtherActions).sum();
        return List.of(
                SanityCheck.exactly("10a", "seeds on which two identical runs differ in a posting", different, 0),
                SanityCheck.exactly(
                        "10b", "unaffected users whose evidence differs under another operator", changed, 0));
    }

    private boolean isDifferentWhenRepeated(long seed) {
        return !postings(seed).equals(postings(seed));
    }

    private List<Posting> postings(long seed) {
        var postings = new ArrayList<Posting>();
        lab.run(quiet, Operator.Baseline.DO_NOTHING, seed, LENGTH, RunObserver.NONE, postings::add);
        return postings;
    }

    private long changedByOtherActions(long seed) {
        var scored = new UserEvidence();
        var allowed = new UserEvidence();
        lab.run(quiet, Operator.Baseline.DO_NOTHING, seed, LENGTH, scored);
        lab.run(quiet, Operator.Baseline.ALLOW_ALL, seed, LENGTH, allowed);
        return scored.evidence.entrySet().stream()
                .filter(user ->
                        !scored.affectedUsers.contains(user.getKey()) && !allowed.affectedUsers.contains(user.getKey()))
                .filter(user -> !user.getValue().equals(allowed.evidence.get(user.getKey())))
                .count();
    }

    /** Evidence events per user, and the users affected by friction, fraud or churn. */
    private static final class UserEvidence implements RunObserver {

        private final Map<Long, List<Integer>> evidence = new HashMap<>();
        private final Set<Long> affectedUsers = new HashSet<>();

        @Override
        public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
            if (decision != null && decision.action() != Action.ALLOW) {
                affectedUsers.add(event.userId());
            }
            if (event.asRequest().isEmpty()) {
                evidence.computeIfAbsent(event.userId(), none -> new ArrayList<>())
                        .add(Objects.hash(event.kind().label(), event.timeMillis(), event.deviceId(), event.market()));
            }
        }

        @Override
        public void onOutcome(Outcome outcome) {
            OutcomeKinds.churn(outcome).map(Churn::userId).ifPresent(affectedUsers::add);
        }

        @Override
        public void onTruth(Truth truth) {
            affectedUsers.add(truth.userId());
        }
    }
}
