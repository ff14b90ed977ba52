package firedrill.scoring.decision;

import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent.Decided;
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
 * @param remedies what each action stops, by who seems to be at the keyboard
 * @param part how much a limit lets through
 * @param holdMillis length of a hold, simulated milliseconds; 12 hours, in which 86 % of owners have noticed: one of 45
 *     minutes costs half as much and stops an eighth
 */
public record Policy(
        double recoveredShare,
        double orderLossShare,
        Friction friction,
        Remedies remedies,
        Part part,
        long holdMillis) {

    /** For calm and moving markets; the numbers of the parts' documentation. */
    public static final Policy DEFAULT =
            new Policy(0.03, 0.005, Friction.DEFAULT, Remedies.DEFAULT, Part.DEFAULT, 12 * 60 * 60_000L);

    private static final double BPS = 10_000;

    /**
     * What is at stake in one event.
     *
     * @param lossUsd dollars lost if it is fraud and let through, at least 0
     * @param frictionFactor on the cost of bothering this user now, above 0
     * @param remedy what the actions would stop
     * @param limitShare of the amount that a limit lets through, in [0, 1]
     * @param isOrder an order can be challenged or refused; what waits is another order
     */
    public record Stake(
            double lossUsd, double frictionFactor, Remedies.Remedy remedy, double limitShare, boolean isOrder) {}

    /**
     * How much a limit lets through: what the user usually asks for, within bounds.
     *
     * @param least share of the amount, above 0; assumed 0.05
     * @param most share of the amount, at most 1; assumed 0.5
     * @param comesBack share of what was cut off that a thief gets by asking again, in [0, 1]; assumed 0.3
     */
    public record Part(double least, double most, double comesBack) {

        static final Part DEFAULT = new Part(0.05, 0.5, 0.3);

        public Part {
            if (!(least > 0 && least <= most && most <= 1)) {
                throw new IllegalArgumentException(
                        "a part must be above 0 and at most the whole, was from " + least + " to " + most);
            }
            Remedies.share(comesBack, "comesBack");
        }

        double shareOf(double amountToUsual) {
            return amountToUsual * most <= 1 ? most : Math.max(least, 1 / amountToUsual);
        }

        double stops(double limitShare) {
            return (1 - comesBack) * (1 - limitShare);
        }
    }

    public Policy {
        Remedies.share(recoveredShare, "recoveredShare");
        Remedies.share(orderLossShare, "orderLossShare");
        if (holdMillis <= 0) {
            throw new IllegalArgumentException("holdMillis must be positive, was " + holdMillis);
        }
    }

    /**
     * What is at stake in {@code event}.
     *
     * @param features shape {@code [Feature.COUNT]}
     */
    public Stake stake(Decided event, double[] features) {
        boolean isOrder = event instanceof Order;
        double lostShare =
                isOrder ? Math.min(1, orderLossShare + Feature.MARKET_OFF_BPS.in(features) / BPS) : 1 - recoveredShare;
        Tier tier = event.account().tier();
        return new Stake(
                Feature.AMOUNT_USD.in(features) * lostShare,
                friction.factor(tier, Feature.VOLATILITY_Z.in(features)),
                remedies.against(features),
                part.shareOf(Feature.AMOUNT_TO_USUAL.in(features)),
                isOrder);
    }

    /**
     * The action of least expected cost, the mildest of several. Raising the probability or the loss never makes it
     * milder, raising the friction factor never harsher: along the actions friction rises, so one that stops less than a
     * milder one is never chosen.
     *
     * @param probability calibrated, in [0, 1]
     */
    public Action choose(double probability, Stake stake) {
        double expectedLoss = probability * stake.lossUsd();
        double bothered = (1 - probability) * stake.frictionFactor();
        double least = expectedLoss;
        Action action = Action.ALLOW;
        double stepUp = expectedLoss * (1 - stake.remedy().stepUp()) + bothered * friction.stepUpUsd();
        if (stepUp < least) {
            least = stepUp;
            action = Action.STEP_UP;
        }
        if (stake.isOrder()) {
            return bothered * friction.orderBlockUsd() < least ? Action.BLOCK : action;
        }
        double limit = expectedLoss * (1 - part.stops(stake.limitShare())) + bothered * friction.limitUsd();
        if (limit < least) {
            least = limit;
            action = Action.LIMIT;
        }
        double hold = expectedLoss * (1 - stake.remedy().hold()) + bothered * friction.holdUsd();
        if (hold < least) {
            least = hold;
            action = Action.HOLD;
        }
        double review =
                expectedLoss * (1 - stake.remedy().review()) + bothered * friction.reviewUsd() + friction.analystUsd();
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
    public double costUsd(Action action, double probability, Stake stake) {
        double loss = probability * stake.lossUsd();
        double bothered = (1 - probability) * stake.frictionFactor();
        Remedies.Remedy remedy = stake.remedy();
        return switch (action) {
            case ALLOW -> loss;
            case STEP_UP -> loss * (1 - remedy.stepUp()) + bothered * friction.stepUpUsd();
            case LIMIT -> loss * (1 - part.stops(stake.limitShare())) + bothered * friction.limitUsd();
            case HOLD -> loss * (1 - remedy.hold()) + bothered * friction.holdUsd();
            case REVIEW -> loss * (1 - remedy.review()) + bothered * friction.reviewUsd() + friction.analystUsd();
            case BLOCK -> bothered * (stake.isOrder() ? friction.orderBlockUsd() : friction.blockUsd());
        };
    }

    /** The answer to {@code event}: the cheapest action, with its numbers. */
    public Answer answer(Decided event, double probability, double[] features) {
        Stake stake = stake(event, features);
        return answer(event, choose(probability, stake), stake);
    }

    /** The answer to {@code event} where a rule says what to do. */
    Answer answerByRule(Decided event, Action action, double[] features) {
        return answer(event, action, stake(event, features));
    }

    private Answer answer(Decided event, Action action, Stake stake) {
        return switch (action) {
            case HOLD -> Answer.hold(event.id(), holdMillis);
            case LIMIT -> Answer.limit(event.id(), limitCents(event, stake));
            case ALLOW, STEP_UP, REVIEW, BLOCK -> Answer.of(event.id(), action);
        };
    }

    private static long limitCents(Decided event, Stake stake) {
        return Math.max(1, (long) (event.amountCents() * stake.limitShare()));
    }

    /** SHA-256 prefix, 12 hex digits, of all parameters. */
    public String hash() {
        // The record's own text names each parameter, so no two policies share one.
        return Fingerprint.of(toString());
    }
}
