package firedrill.dashboard.ledger;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.FeatureVector;
import java.util.List;

/** Decisions of which only event, time, action, probability and features matter. */
public final class DecisionFixtures {

    static Decision of(long eventId, long timeMillis, Action action, double probability) {
        return of(eventId, timeMillis, action, probability, new double[] {1});
    }

    public static Decision of(long eventId, long timeMillis, Action action, double probability, double[] features) {
        var answer = new Answer(eventId, action, action == Action.HOLD ? 60_000 : 0, action == Action.LIMIT ? 1 : 0);
        return new Decision(
                answer,
                5,
                timeMillis,
                probability,
                DecidedBy.MODEL,
                Mode.MODEL,
                0,
                List.of(),
                List.of(),
                new ArtifactVersions("m", "f", "r", "p"),
                FeatureVector.of(features),
                StageTimings.NONE);
    }

    private DecisionFixtures() {}
}
