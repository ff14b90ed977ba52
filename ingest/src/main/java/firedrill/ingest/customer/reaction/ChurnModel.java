package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.ChurnParameters;
import firedrill.ingest.customer.ComplaintParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.CustomerNotice;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Churn model, additive in logits: a base probability by kind of friction; the odds rise with the size of the account,
 * after an adverse price move and at repeated friction; a disclosed reason and end lower them.
 *
 * <p>One draw is the user's annoyance: it decides whether the user departs, and whether the user is annoyed enough to
 * complain. Each evaluation also publishes the probability, because a drawn departure is a noisy measure of it.
 */
public final class ChurnModel {

    /** Nothing was evaluated before. */
    static final double NOT_EVALUATED = 0;

    private final ChurnParameters parameters;
    private final ComplaintParameters complaints;
    private final CustomerNotice notice;
    private final ExchangeApi exchange;
    private final Departures departures;
    private final RandomStream draws;

    /**
     * Result of one evaluation.
     *
     * @param probability of departure that the annoyance was compared with
     * @param isAnnoyed whether the user is annoyed enough to complain
     */
    record Annoyance(double probability, boolean isAnnoyed) {

        static final Annoyance NONE = new Annoyance(NOT_EVALUATED, false);
    }

    public ChurnModel(CustomerContext context) {
        parameters = context.parameters().churn();
        complaints = context.parameters().complaints();
        notice = context.parameters().friction().notice();
        exchange = context.exchange();
        departures = new Departures(context);
        draws = context.random().stream(ReactionStream.CHURN);
    }

    /** Evaluates friction for the first time; see {@link #evaluate(PendingRequest, double, double)}. */
    Annoyance evaluate(PendingRequest request, double base) {
        return evaluate(request, base, NOT_EVALUATED);
    }

    /**
     * Draws whether the user of {@code request} departs.
     *
     * @param base probability in a normal market
     * @param evaluatedBefore probability of an earlier evaluation of the same friction, which uses the same draw: only those
     *     depart whom the rise of the probability adds
     */
    Annoyance evaluate(PendingRequest request, double base, double evaluatedBefore) {
        User user = request.user();
        if (!user.isActive()) {
            return Annoyance.NONE;
        }
        double odds = odds(base) * oddsFactor(request);
        double annoyance = draws.uniform(
                request.intent().key(), SingleDraw.VALUE, request.intent().attempt());
        return evaluate(user, request.event().id(), annoyance, odds, evaluatedBefore);
    }

    /**
     * Draws whether the victim of a theft departs.
     *
     * @param theftKey key of the draw
     * @param base probability of departure
     */
    Annoyance evaluateTheft(User victim, long eventId, long theftKey, double base) {
        return victim.isActive()
                ? evaluate(
                        victim,
                        eventId,
                        draws.uniform(theftKey, SingleDraw.VALUE),
                        odds(base) * sizeFactor(victim),
                        NOT_EVALUATED)
                : Annoyance.NONE;
    }

    private Annoyance evaluate(User user, long eventId, double annoyance, double odds, double evaluatedBefore) {
        double probability = probability(odds);
        double added = Math.max(0, (probability - evaluatedBefore) / (1 - evaluatedBefore));
        departures.publishRisk(user, eventId, added);
        if (annoyance < probability) {
            departures.schedule(user, eventId, 0);
        }
        boolean isAnnoyed = annoyance < probability(odds * complaints.oddsOfAnnoyance());
        return new Annoyance(Math.max(probability, evaluatedBefore), isAnnoyed);
    }

    private double oddsFactor(PendingRequest request) {
        User user = request.user();
        long memoryMillis = TimeUnit.DAYS.toMillis(parameters.repeatDays());
        double factor = sizeFactor(user);
        factor *= hasAdverseMove(request) ? parameters.oddsAfterAdverseMove() : 1;
        factor *= user.recordFriction(request.event().timeMillis(), memoryMillis) ? parameters.oddsAtRepeat() : 1;
        factor *= notice == CustomerNotice.REASON_AND_END ? parameters.oddsWithReasonAndEnd() : 1;
        return factor;
    }

    private double sizeFactor(User user) {
        return Departures.isLarge(user) ? parameters.oddsOfLargeAccount() : 1;
    }

    /**
     * Whether the price has moved against the user since the request. A prompt decision counts the return of the hour
     * before, because the market was then the reason of the request.
     */
    private boolean hasAdverseMove(PendingRequest request) {
        double returnZ = exchange.market().returnZ();
        double adverseZ = request.asset() == Asset.CASH ? returnZ : -returnZ;
        long waitedMillis = exchange.nowMillis() - request.event().timeMillis();
        boolean isPrompt = waitedMillis < TimeUnit.MINUTES.toMillis(parameters.promptMinutes());
        return request.adverseMove(exchange.prices()) > parameters.adverseMove()
                || (isPrompt && adverseZ > parameters.adverseMove() / parameters.normalHourlySigma());
    }

    private static double odds(double probability) {
        return probability / (1 - probability);
    }

    private static double probability(double odds) {
        return odds / (1 + odds);
    }
}
