package firedrill.scoring.decision;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.FeatureVector;
import java.util.List;

/**
 * Decision on one order or withdrawal, with everything needed to explain and to repeat it.
 *
 * @param answer to the exchange; its event id is also the decision's id
 * @param timeMillis simulated time of the event
 * @param probability calibrated probability of fraud by the champion, in [0, 1]; computed in every mode
 * @param controlVersion version of the last control command applied before, 0 before the first
 * @param reasons in the operator's words, strongest first; empty if the event was allowed
 * @param rulesHit names of all matching rules, in the order of the rule set, in every mode
 * @param features the vector that decided
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

    /** Id of the decided event and of this decision. */
    public long eventId() {
        return answer.eventId();
    }

    public Action action() {
        return answer.action();
    }

    /** The same decision with another answer in place of the scorer's. */
    public Decision withOverride(DecidedBy source, Answer other) {
        return with(other, source, timing);
    }

    /** The same decision with the measured timings. */
    public Decision withTiming(StageTimings measured) {
        return with(answer, decidedBy, measured);
    }

    private Decision with(Answer otherAnswer, DecidedBy otherSource, StageTimings otherTiming) {
        return new Decision(
                otherAnswer,
                userId,
                timeMillis,
                probability,
                otherSource,
                mode,
                controlVersion,
                reasons,
                rulesHit,
                versions,
                features,
                otherTiming);
    }
}
