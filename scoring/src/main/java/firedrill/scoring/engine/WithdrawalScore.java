package firedrill.scoring.engine;

import firedrill.scoring.decision.Decision;
import firedrill.scoring.feature.Feature;

/**
 * The champion's score of one withdrawal and the market of its moment, the input of the drift monitor.
 *
 * @param timeMillis simulated time of the event
 * @param model hash of the champion
 * @param returnZ return of the last hour, standard deviations
 * @param volatilityZ volatility of the last hour, standard deviations from its usual level
 */
public record WithdrawalScore(long timeMillis, double probability, String model, double returnZ, double volatilityZ) {

    /** A score in a market at rest. */
    public WithdrawalScore(long timeMillis, double probability, String model) {
        this(timeMillis, probability, model, 0, 0);
    }

    public static WithdrawalScore of(Decision decision) {
        return new WithdrawalScore(
                decision.timeMillis(),
                decision.probability(),
                decision.versions().modelHash(),
                decision.features().at(Feature.RETURN_Z.ordinal()),
                decision.features().at(Feature.VOLATILITY_Z.ordinal()));
    }
}
