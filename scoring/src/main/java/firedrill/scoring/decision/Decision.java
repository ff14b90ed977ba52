package firedrill.scoring.decision;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.FeatureVector;
import java.util.List;

/**
 * What the scorer concluded about one order or withdrawal, with all that is needed to ask why and to decide it again.
 *
 * @param answer what the exchange is told; its event id is also the decision's id
 * @param timeMillis simulated time of the event
 * @param probability calibrated probability of fraud by the champion, in [0, 1]; computed in every mode
 * @param controlVersion the last control command that had been applied, 0 before the first
 * @param reasons why, in the operator's words, strongest first; empty when the event was simply allowed
 * @param rulesHit names of the rules that matched, in rule-set order, whoever decided
 * @param features the very vector that decided
 */
public record Decision(
        Answer answer,
        long userId,
        long timeMillis,
        double probability,
        DecidedBy decidedBy,
        Mode mode,
        long controlVersion,
        List<String> reasons,
        List<String> rulesHit,
        ArtifactVersions versions,
        FeatureVector features,
        StageTimings timing) {

    public Decision {
        if (userId <= 0 || timeMillis < 0 || controlVersion < 0) {
            throw new IllegalArgumentException(
                    "userId must be positive, timeMillis and controlVersion at least 0, were " + userId + ", "
                            + timeMillis + ", " + controlVersion);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
        reasons = List.copyOf(reasons);
        rulesHit = List.copyOf(rulesHit);
    }

    /** The decided event's id, and this decision's. */
    public long eventId() {
        return answer.eventId();
    }

    public Action action() {
        return answer.action();
    }

    /** The same decision with somebody else's answer in place of the scorer's. */
    public Decision withOverride(DecidedBy by, Answer instead) {
        return new Decision(
                instead,
                userId,
                timeMillis,
                probability,
                by,
                mode,
                controlVersion,
                reasons,
                rulesHit,
                versions,
                features,
                timing);
    }

    /** The same decision, once it is known how long it took. */
    public Decision withTiming(StageTimings measured) {
        return new Decision(
                answer,
                userId,
                timeMillis,
                probability,
                decidedBy,
                mode,
                controlVersion,
                reasons,
                rulesHit,
                versions,
                features,
                measured);
    }
}
