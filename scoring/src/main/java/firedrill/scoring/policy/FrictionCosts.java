package firedrill.scoring.policy;

import firedrill.ingest.event.Account.Tier;

/**
 * What it costs to treat one honest user wrongly, in US dollars, for a user worth $1,000: that times the chance to leave,
 * lost fees, support. Each action costs at least as much as the milder one before it.
 *
 * <p>Users are worth $1,000 on average, but a log-normal in which 1 % hold 40 % makes the 96.4 % retail users worth 0.4
 * times as much, the 3 % active ones 9 and the 0.6 % above them 55 times.
 *
 * @param stepUpUsd of a challenge: 1 % leave of those who pass, 8 % of the 7 % who do not, which is $15, and $10 for
 *     repeats and support; 25
 * @param limitUsd of a part instead of the whole: milder than a short hold, after which 8 % leave; assumed 60
 * @param holdUsd of half a day: 20 % leave; 200
 * @param reviewUsd of some hours in the queue, which is as bad, and of a place in it that another case then lacks;
 *     assumed 240
 * @param blockUsd of a refusal: 32 to 41 % stop by surveys of card payments, and they tell others; 600
 * @param orderBlockUsd of a refused order: 5 % leave; 60
 * @param reviewLabourUsd of a review, whoever asked: 12 minutes at an assumed $50 an hour; 10
 * @param retailFactor factor for retail users, above 0; 0.4
 * @param activeFactor factor for active users; 9
 * @param vipFactor factor for VIPs and market makers; 55
 * @param volatilityFactor factor while the market moves, at least 1; 2.5, assumed range 1.5 to 4
 * @param volatilityThresholdZ volatility from which the market moves, standard deviations; assumed 3
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
        double volatilityThresholdZ) {

    static final FrictionCosts DEFAULT = new FrictionCosts(25, 60, 200, 240, 600, 60, 10, 0.4, 9, 55, 2.5, 3);

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
                    "factors must be above 0, spike at least 1, analystUsd at least 0, were " + retailFactor + ", "
                            + activeFactor + ", " + vipFactor + ", " + volatilityFactor + ", " + reviewLabourUsd);
        }
    }

    /** The factor for a user of {@code tier} in a market of that volatility. */
    double factor(Tier tier, double volatilityZ) {
        double worth = switch (tier) {
            case RETAIL -> retailFactor;
            case ACTIVE -> activeFactor;
            case VIP, MARKET_MAKER -> vipFactor;
        };
        return volatilityZ >= volatilityThresholdZ ? worth * volatilityFactor : worth;
    }

    /** The same costs, all times {@code factor}: what becomes of thresholds if honest users mind more. */
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
