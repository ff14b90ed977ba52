package firedrill.scoring.engine;

import firedrill.scoring.decision.Decision;

/**
 * The champion's score of one withdrawal, the input of the drift monitor.
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
