package firedrill.scoring.policy;

import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Fingerprint;

/**
 * From a probability to the action of least expected cost, event by event: there is no global threshold.
 *
 * <p>An action {@code a} costs {@code p (1 - stops_a) loss + (1 - p) friction_a}, a review the analyst's time besides.
 * Against letting through, an action that stops everything pays when {@code p > friction / (friction + loss)}: Bayes
 * minimum risk (A. C. Bahnsen et al., 2013). It needs a calibrated {@code p}. Friction rises with what the user is worth
 * and while the market moves, so the threshold rises exactly when instinct says tighten.
 *
 * @param recoveredShare of stolen coins, in [0, 1]; 0.03, assumed range 0 to 0.1
 * @param orderLossShare of an order's amount that is lost if it is fraud, in [0, 1], beside what its price gives away: no
 *     money leaves, it prepares the theft; assumed 0.005
 * @param friction what an honest user wrongly treated costs
 * @param effectiveness what each action stops, by who seems to be at the keyboard
 * @param limitTerms how much a limit lets through
 * @param holdMillis length of a hold, simulated milliseconds; 12 hours, in which 86 % of owners have noticed: one of 45
 *     minutes costs half as much and stops an eighth
 */
public record Policy(
        double recoveredShare,
        double orderLossShare,
        FrictionCosts friction,
        ActionEffectiveness effectiveness,
        LimitTerms limitTerms,
        long holdMillis) {

    /** For calm and moving markets; the numbers of the parts' documentation. */
    public static final Policy DEFAULT = new Policy(
            0.03, 0.005, FrictionCosts.DEFAULT, ActionEffectiveness.DEFAULT, LimitTerms.DEFAULT, 12 * 60 * 60_000L);

    private static final double BPS = 10_000;

    /**
     * What is at stake in one event.
     *
     * @param lossUsd dollars lost if it is fraud and let through, at least 0
     * @param frictionFactor on the cost of bothering this user now, above 0
     * @param stopRates what the actions would stop
     * @param limitShare of the amount that a limit lets through, in [0, 1]
     * @param isOrder an order can be challenged or refused; what waits is another order
     */
    public record ExpectedLoss(
            double lossUsd,
            double frictionFactor,
            ActionEffectiveness.StopRates stopRates,
            double limitShare,
            boolean isOrder) {}

    /**
     * How much a limit lets through: what the user usually asks for, within bounds.
     *
     * @param minimumShare share of the amount, above 0; assumed 0.05
     * @param maximumShare share of the amount, at most 1; assumed 0.5
     * @param retriedShare share of what was cut off that a thief gets by asking again, in [0, 1]; assumed 0.3
     */
    public record LimitTerms(double minimumShare, double maximumShare, double retriedShare) {

        static final LimitTerms DEFAULT = new LimitTerms(0.05, 0.5, 0.3);

        public LimitTerms {
            if (!(minimumShare > 0 && minimumShare <= maximumShare && maximumShare <= 1)) {
                throw new IllegalArgumentException("a part must be above 0 and at most the whole, was from "
                        + minimumShare + " to " + maximumShare);
            }
            ActionEffectiveness.requireShare(retriedShare, "comesBack");
        }

        double limitShare(double amountToUsual) {
            return amountToUsual * maximumShare <= 1 ? maximumShare : Math.max(minimumShare, 1 / amountToUsual);
        }

        double stoppedShare(double limitShare) {
            return (1 - retriedShare) * (1 - limitShare);
        }
    }

    public Policy {
        ActionEffectiveness.requireShare(recoveredShare, "recoveredShare");
        ActionEffectiveness.requireShare(orderLossShare, "orderLossShare");
        if (holdMillis <= 0) {
            throw new IllegalArgumentException("holdMillis must be positive, was " + holdMillis);
        }
    }

    /**
     * What is at stake in {@code event}.
     *
     * @param features shape {@code [Feature.COUNT]}
     */
    public ExpectedLoss expectedLoss(DecisionRequest event, double[] features) {
        boolean isOrder = event instanceof Order;
        double lostShare = isOrder
                ? Math.min(1, orderLossShare + Feature.MARKET_OFF_BPS.valueIn(features) / BPS)
                : 1 - recoveredShare;
        Tier tier = event.account().tier();
        return new ExpectedLoss(
                Feature.AMOUNT_USD.valueIn(features) * lostShare,
                friction.factor(tier, Feature.VOLATILITY_Z.valueIn(features)),
                effectiveness.stopRates(features),
                limitTerms.limitShare(Feature.AMOUNT_TO_USUAL.valueIn(features)),
                isOrder);
    }

    /**
     * The action of least expected cost, the mildest of several. Raising the probability or the loss never makes it
     * milder, raising the friction factor never harsher: along the actions friction rises, so one that stops less than a
     * milder one is never chosen.
     *
     * @param probability calibrated, in [0, 1]
     */
    public Action chooseAction(double probability, ExpectedLoss stake) {
        double expectedLoss = probability * stake.lossUsd();
        double bothered = (1 - probability) * stake.frictionFactor();
        double least = expectedLoss;
        Action action = Action.ALLOW;
        double stepUp = expectedLoss * (1 - stake.stopRates().stepUp()) + bothered * friction.stepUpUsd();
        if (stepUp < least) {
            least = stepUp;
            action = Action.STEP_UP;
        }
        if (stake.isOrder()) {
            return bothered * friction.orderBlockUsd() < least ? Action.BLOCK : action;
        }
        double limit =
                expectedLoss * (1 - limitTerms.stoppedShare(stake.limitShare())) + bothered * friction.limitUsd();
        if (limit < least) {
            least = limit;
            action = Action.LIMIT;
        }
        double hold = expectedLoss * (1 - stake.stopRates().hold()) + bothered * friction.holdUsd();
        if (hold < least) {
            least = hold;
            action = Action.HOLD;
        }
        double review = expectedLoss * (1 - stake.stopRates().review())
                + bothered * friction.reviewUsd()
                + friction.reviewLabourUsd();
        if (review < least) {
            least = review;
            action = Action.REVIEW;
        }
        return bothered * friction.blockUsd() < least ? Action.BLOCK : action;
    }

    /**
     * What {@code action} is expected to cost, in dollars: with a probability of 1 or 0, what it does cost.
     *
     * @param probability calibrated, in [0, 1]
     */
    public double costUsd(Action action, double probability, ExpectedLoss stake) {
        double loss = probability * stake.lossUsd();
        double bothered = (1 - probability) * stake.frictionFactor();
        ActionEffectiveness.StopRates remedy = stake.stopRates();
        return switch (action) {
            case ALLOW -> loss;
            case STEP_UP -> loss * (1 - remedy.stepUp()) + bothered * friction.stepUpUsd();
            case LIMIT -> loss * (1 - limitTerms.stoppedShare(stake.limitShare())) + bothered * friction.limitUsd();
            case HOLD -> loss * (1 - remedy.hold()) + bothered * friction.holdUsd();
            case REVIEW -> loss * (1 - remedy.review()) + bothered * friction.reviewUsd() + friction.reviewLabourUsd();
            case BLOCK -> bothered * (stake.isOrder() ? friction.orderBlockUsd() : friction.blockUsd());
        };
    }

    /** The answer to {@code event}: the cheapest action, with its numbers. */
    public Answer answer(DecisionRequest event, double probability, double[] features) {
        ExpectedLoss stake = expectedLoss(event, features);
        return answer(event, chooseAction(probability, stake), stake);
    }

    /** The answer to {@code event} where a rule says what to do. */
    public Answer answerByRule(DecisionRequest event, Action action, double[] features) {
        return answer(event, action, expectedLoss(event, features));
    }

    private Answer answer(DecisionRequest event, Action action, ExpectedLoss stake) {
        return switch (action) {
            case HOLD -> Answer.hold(event.id(), holdMillis);
            case LIMIT -> Answer.limit(event.id(), limitCents(event, stake));
            case ALLOW, STEP_UP, REVIEW, BLOCK -> Answer.of(event.id(), action);
        };
    }

    private static long limitCents(DecisionRequest event, ExpectedLoss stake) {
        return Math.max(1, (long) (event.amountCents() * stake.limitShare()));
    }

    /** SHA-256 prefix, 12 hex digits, of all parameters. */
    public String hash() {
        // The record's own text names each parameter, so no two policies share one.
        return Fingerprint.of(toString());
    }
}
