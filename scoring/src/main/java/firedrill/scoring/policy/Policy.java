package firedrill.scoring.policy;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.parameters.Fingerprint;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.scoring.feature.Feature;
import java.io.Serializable;

/**
 * From a probability to the action of least expected cost, event by event: there is no global threshold.
 *
 * <p>An action {@code a} costs {@code p (1 - stops_a) loss + (1 - p) friction_a}, a review also the analyst's time.
 * An action that stops everything pays when {@code p > friction / (friction + loss)}: Bayes minimum risk (A. C. Bahnsen
 * et al., 2013). It needs a calibrated {@code p}. Friction rises with the user's worth and where the price has hurt the
 * user, and the threshold rises with it. Values and sources of all parameters are in {@code parameters/policy.yaml}.
 *
 * @param recoveredShare share of stolen coins that is recovered, in [0, 1]
 * @param victimLeaving probability that the victim of a stolen withdrawal leaves
 * @param orderLossShare share of an order's amount that is lost if it is fraud, beside the loss by its price
 * @param friction cost of one honest user wrongly treated
 * @param effectiveness shares of frauds that each action stops
 * @param limitTerms how much a limit lets through
 * @param holdMillis length of a hold, simulated milliseconds
 */
public record Policy(
        double recoveredShare,
        double victimLeaving,
        double orderLossShare,
        FrictionCosts friction,
        ActionEffectiveness effectiveness,
        LimitTerms limitTerms,
        long holdMillis)
        implements Serializable {

    /** Group of the parameters, and name of their file. */
    public static final String PARAMETERS = "policy";

    /** With the default of every parameter. */
    public static final Policy DEFAULT = of(ParameterSet.load(PARAMETERS));

    private static final double BPS = 10_000;
    /** Mildest first. */
    private static final Action[] WITHDRAWAL_ACTIONS = {
        Action.ALLOW, Action.STEP_UP, Action.LIMIT, Action.HOLD, Action.REVIEW, Action.BLOCK
    };
    /** An order is not delayed or cut, because a later or smaller order is a different one. */
    private static final Action[] ORDER_ACTIONS = {Action.ALLOW, Action.STEP_UP, Action.BLOCK};

    /**
     * Loss and friction of one event.
     *
     * @param lossUsd dollars lost if it is fraud and let through, at least 0
     * @param friction cost of friction for this user now, if honest
     * @param stopRates shares of frauds that the actions would stop
     * @param limitShare share of the amount that a limit lets through, in [0, 1]
     */
    public record ExpectedLoss(
            double lossUsd,
            FrictionEstimate friction,
            ActionEffectiveness.StopRates stopRates,
            double limitShare,
            boolean isOrder) {}

    /**
     * How much a limit lets through: what the user usually asks for, within bounds.
     *
     * @param minimumShare share of the amount, above 0
     * @param maximumShare share of the amount, at most 1
     * @param retriedShare share of the amount cut off that an attacker obtains by further requests, in [0, 1]
     */
    public record LimitTerms(double minimumShare, double maximumShare, double retriedShare) implements Serializable {

        public LimitTerms {
            if (!(minimumShare > 0 && minimumShare <= maximumShare && maximumShare <= 1)) {
                throw new IllegalArgumentException("shares must satisfy 0 < minimumShare <= maximumShare <= 1, were "
                        + minimumShare + ", " + maximumShare);
            }
            ActionEffectiveness.requireShare(retriedShare, "retriedShare");
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
        ActionEffectiveness.requireShare(victimLeaving, "victimLeaving");
        ActionEffectiveness.requireShare(orderLossShare, "orderLossShare");
        if (holdMillis <= 0) {
            throw new IllegalArgumentException("holdMillis must be positive, was " + holdMillis);
        }
    }

    /** The policy of these parameters. */
    public static Policy of(ParameterSet parameters) {
        return parameters.bind(PARAMETERS, Policy.class);
    }

    /**
     * Loss and friction of {@code event}.
     *
     * @param features shape {@code [Feature.COUNT]}
     */
    public ExpectedLoss expectedLoss(DecisionRequest event, double[] features) {
        FrictionEstimate estimate = friction.estimate(event, features);
        double amountUsd = Feature.AMOUNT_USD.valueIn(features);
        boolean isOrder = event.isOrder();
        double lossUsd = isOrder
                ? amountUsd * Math.min(1, orderLossShare + Feature.MARKET_OFF_BPS.valueIn(features) / BPS)
                : amountUsd * (1 - recoveredShare) + victimLeaving * estimate.departureUsd();
        return new ExpectedLoss(
                lossUsd,
                estimate,
                effectiveness.stopRates(features),
                limitTerms.limitShare(Feature.AMOUNT_TO_USUAL.valueIn(features)),
                isOrder);
    }

    /**
     * The action of least expected cost, the mildest of equals. Raising the probability never chooses an action that costs
     * an honest user less, labour counted, nor one that leaves more to a thief. Raising the loss never chooses one that stops
     * less, and raising the cost of a departure never one after which an honest user leaves more probably.
     *
     * @param probability calibrated, in [0, 1]
     */
    public Action chooseAction(double probability, ExpectedLoss loss) {
        Action cheapest = Action.ALLOW;
        double least = Double.POSITIVE_INFINITY;
        for (Action action : loss.isOrder() ? ORDER_ACTIONS : WITHDRAWAL_ACTIONS) {
            double cost = costUsd(action, probability, loss);
            if (cost < least) {
                least = cost;
                cheapest = action;
            }
        }
        return cheapest;
    }

    /**
     * Expected cost of {@code action}, in dollars; with a probability of 1 or 0, the actual cost.
     *
     * @param probability calibrated, in [0, 1]
     */
    public double costUsd(Action action, double probability, ExpectedLoss loss) {
        double stopped = stoppedShare(action, loss);
        double labour = action == Action.REVIEW ? loss.friction().reviewUsd() : 0;
        return probability * (1 - stopped) * loss.lossUsd()
                + (1 - probability) * loss.friction().costUsd(action)
                + labour;
    }

    /** Share of the loss of a fraud that {@code action} stops. */
    double stoppedShare(Action action, ExpectedLoss loss) {
        return switch (action) {
            case ALLOW -> 0;
            case STEP_UP -> loss.stopRates().stepUp();
            case LIMIT -> limitTerms.stoppedShare(loss.limitShare());
            case HOLD -> loss.stopRates().hold();
            case REVIEW -> loss.stopRates().review();
            case BLOCK -> 1;
        };
    }

    /** The answer to {@code event}: the cheapest action, with its amounts. */
    public Answer answer(DecisionRequest event, double probability, double[] features) {
        ExpectedLoss loss = expectedLoss(event, features);
        return answer(event, chooseAction(probability, loss), loss);
    }

    /** The answer to {@code event} where a rule prescribes the action. */
    public Answer answerByRule(DecisionRequest event, Action action, double[] features) {
        return answer(event, action, expectedLoss(event, features));
    }

    private Answer answer(DecisionRequest event, Action action, ExpectedLoss loss) {
        return switch (action) {
            case HOLD -> Answer.hold(event.id(), holdMillis);
            case LIMIT -> Answer.limit(event.id(), limitCents(event, loss));
            case ALLOW, STEP_UP, REVIEW, BLOCK -> Answer.of(event.id(), action);
        };
    }

    private static long limitCents(DecisionRequest event, ExpectedLoss loss) {
        return Math.max(1, (long) (event.amountCents() * loss.limitShare()));
    }

    /** SHA-256 prefix, 12 hex digits, of all parameters by name. */
    public String hash() {
        return Fingerprint.of(ParameterText.of(PARAMETERS, this));
    }
}
