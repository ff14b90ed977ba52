package firedrill.scoring.decision;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;

/**
 * Score of a challenger on one decided event.
 *
 * @param timeMillis simulated time of the event
 * @param decider result of the model that the event was assigned to
 * @param challenger result of the shadow model
 * @param releasedDifferenceCents amount released at once under the challenger minus that under the decider: positive if
 *     the challenger is milder
 */
public record ShadowScore(
        long eventId,
        long userId,
        long timeMillis,
        long amountCents,
        ModelResult decider,
        ModelResult challenger,
        long releasedDifferenceCents) {

    /**
     * Result of one model.
     *
     * @param model its hash
     * @param probability of fraud, in [0, 1]
     * @param action that the policy chooses for that probability
     */
    public record ModelResult(String model, double probability, Action action) {
        public ModelResult {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
            }
        }
    }

    static ShadowScore of(
            DecisionRequest event, ModelResult decider, ModelResult challenger, long releasedDifferenceCents) {
        return new ShadowScore(
                event.id(),
                event.userId(),
                event.timeMillis(),
                event.amountCents(),
                decider,
                challenger,
                releasedDifferenceCents);
    }

    /** Amount that is released at once under {@code answer}; challenges, holds and reviews release nothing. */
    public static long releasedCents(Answer answer, DecisionRequest event) {
        return switch (answer.action()) {
            case ALLOW -> event.amountCents();
            case LIMIT -> answer.limitCents();
            case STEP_UP, HOLD, REVIEW, BLOCK -> 0;
        };
    }

    /** Whether both choose the same action. */
    public boolean agrees() {
        return decider.action() == challenger.action();
    }
}
