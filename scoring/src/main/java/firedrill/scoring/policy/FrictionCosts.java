package firedrill.scoring.policy;

import firedrill.ingest.event.Account.Tier;
import java.io.Serializable;

/**
 * Cost of one honest user wrongly treated, in US dollars, for a user worth $1,000: that times the chance to leave, lost
 * fees, support. Each action costs at least as much as the milder one before it. Values and sources are in {@code
 * parameters/policy.yaml}.
 *
 * @param stepUpUsd of a challenge
 * @param limitUsd of a part instead of the whole amount
 * @param holdUsd of a hold
 * @param reviewUsd of the wait for a review, and of the place in its queue
 * @param blockUsd of a refused withdrawal
 * @param orderBlockUsd of a refused order
 * @param reviewLabourUsd of the analyst's time for a review, of fraud and of honest requests alike
 * @param retailFactor worth of a retail user in $1,000, above 0
 * @param activeFactor worth of an active user
 * @param vipFactor worth of a VIP or a market maker
 * @param volatilityFactor factor in a volatile market, at least 1
 * @param volatilityThresholdZ volatility from which a market is volatile, standard deviations
 */
public record FrictionCosts(
        double stepUpUsd,
        double limitUsd,
        double holdUsd,
        double reviewUsd,
        double blockUsd,
        double orderBlockUsd,
        double reviewLabourUsd,
        double retailFactor,
        double activeFactor,
        double vipFactor,
        double volatilityFactor,
        double volatilityThresholdZ)
        implements Serializable {

    public FrictionCosts {
        if (!(stepUpUsd >= 0
                && stepUpUsd <= limitUsd
                && limitUsd <= holdUsd
                && holdUsd <= reviewUsd
                && reviewUsd <= blockUsd
                && stepUpUsd <= orderBlockUsd)) {
            throw new IllegalArgumentException("a harsher action must not cost less, costs were " + stepUpUsd + ", "
                    + limitUsd + ", " + holdUsd + ", " + reviewUsd + ", " + blockUsd + ", of orders " + orderBlockUsd);
        }
        if (!(reviewLabourUsd >= 0 && retailFactor > 0 && activeFactor > 0 && vipFactor > 0 && volatilityFactor >= 1)) {
            throw new IllegalArgumentException(
                    "factors must be above 0, volatilityFactor at least 1, reviewLabourUsd at least 0, were "
                            + retailFactor + ", " + activeFactor + ", " + vipFactor + ", " + volatilityFactor + ", "
                            + reviewLabourUsd);
        }
    }

    /** The factor on all costs for a user of {@code tier} in a market of that volatility. */
    double factor(Tier tier, double volatilityZ) {
        double worth = switch (tier) {
            case RETAIL -> retailFactor;
            case ACTIVE -> activeFactor;
            case VIP, MARKET_MAKER -> vipFactor;
        };
        return volatilityZ >= volatilityThresholdZ ? worth * volatilityFactor : worth;
    }

    /** The same costs, all times {@code factor}. */
    public FrictionCosts scaledBy(double factor) {
        return new FrictionCosts(
                stepUpUsd,
                limitUsd,
                holdUsd,
                reviewUsd,
                blockUsd,
                orderBlockUsd,
                reviewLabourUsd,
                factor * retailFactor,
                factor * activeFactor,
                factor * vipFactor,
                volatilityFactor,
                volatilityThresholdZ);
    }
}
