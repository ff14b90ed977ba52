package firedrill.scoring.engine;

import firedrill.scoring.decision.Decision;

/**
 * The champion's score of one withdrawal, as the drift monitor takes it.
 *
 * @param timeMillis simulated time of the event
 * @param model hash of the champion
 */
public record WithdrawalScore(long timeMillis, double probability, String model) {

    public static WithdrawalScore of(Decision decision) {
        return new WithdrawalScore(
                decision.timeMillis(),
                decision.probability(),
                decision.versions().modelHash());
    }
}
