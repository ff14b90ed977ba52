package firedrill.scoring.decision;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;

/**
 * What a challenger would have made of one decided event.
 *
 * @param timeMillis simulated time of the event
 * @param decider the model that had the event
 * @param challenger the model that watched
 * @param releasedDifferenceCents how much more would have passed at once with the challenger: positive if it is milder, negative if it
 *     stops what the decider let through, 0 where both let the same pass
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
     * One model's word on the event.
     *
     * @param model its hash
     * @param probability of fraud, in [0, 1]
     * @param action what the policy makes of that probability
     */
    public record ModelResult(String model, double probability, Action action) {
        public ModelResult {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
            }
        }
    }

    static ShadowScore of(DecisionRequest event, ModelResult decider, ModelResult challenger, long flipCents) {
        return new ShadowScore(
                event.id(), event.userId(), event.timeMillis(), event.amountCents(), decider, challenger, flipCents);
    }

    /** What leaves at once under {@code answer}; what is challenged, held or reviewed does not. */
    public static long releasedCents(Answer answer, DecisionRequest event) {
        return switch (answer.action()) {
            case ALLOW -> event.amountCents();
            case LIMIT -> answer.limitCents();
            case STEP_UP, HOLD, REVIEW, BLOCK -> 0;
        };
    }

    /** Whether both would have done the same to the user. */
    public boolean agrees() {
        return decider.action() == challenger.action();
    }
}
