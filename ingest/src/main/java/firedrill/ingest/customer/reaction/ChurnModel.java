package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.ChurnParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.CustomerNotice;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Churn model, additive in logits: a base probability by kind of friction; the odds rise with the size of the account,
 * after an adverse price move and at repeated friction; a disclosed reason and end lower them.
 *
 * <p>Each departure reaches a geometric number of contacts, few of whom follow: with 10 listeners and a probability of
 * 0.005 each departure causes at most 0.06 further ones, so word of mouth dies out. Large accounts depart sooner, and
 * follow with a higher probability.
 */
public final class ChurnModel {

    private static final double HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);

    private enum ListenerDraw implements DrawIndex {
        COUNT,
        @Repeated
        FOLLOWS;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final ChurnParameters parameters;
    private final CustomerNotice notice;
    private final Population population;
    private final ExchangeApi exchange;
    private final RandomStream decisions;
    private final RandomStream delays;
    private final RandomStream listeners;
    private final SocialGraph contacts;

    public ChurnModel(CustomerContext context) {
        parameters = context.parameters().churn();
        notice = context.parameters().friction().notice();
        population = context.population();
        exchange = context.exchange();
        decisions = context.random().stream(ReactionStream.CHURN);
        delays = context.random().stream(ReactionStream.DEPARTURE);
        listeners = context.random().stream(ReactionStream.LISTENER);
        contacts = new SocialGraph(context.parameters().socialGraph(), context.random(), population.customerCount());
    }

    /** Draws whether the user of {@code request} churns; {@code base} is the probability in a normal market. */
    void evaluate(PendingRequest request, double base) {
        User user = request.user();
        if (!user.isActive()) {
            return;
        }
        long memoryMillis = TimeUnit.DAYS.toMillis(parameters.repeatDays());
        double odds = base / (1 - base);
        odds *= hasAdverseMove(request) ? parameters.oddsAfterAdverseMove() : 1;
        odds *= user.recordFriction(request.event().timeMillis(), memoryMillis) ? parameters.oddsAtRepeat() : 1;
        odds *= isLarge(user) ? parameters.oddsOfLargeAccount() : 1;
        odds *= notice == CustomerNotice.REASON_AND_END ? parameters.oddsWithReasonAndEnd() : 1;
        boolean leaves = decisions.bernoulli(
                odds / (1 + odds),
                request.intent().key(),
                SingleDraw.VALUE,
                request.intent().attempt());
        if (leaves) {
            scheduleDeparture(user, request.event().id(), 0);
        }
    }

    /**
     * Whether the price has moved against the user since the request. A prompt decision counts the return of the hour
     * before, because the market was then the reason of the request.
     */
    boolean hasAdverseMove(PendingRequest request) {
        double returnZ = exchange.market().returnZ();
        double adverseZ = request.asset() == Asset.CASH ? returnZ : -returnZ;
        long waitedMillis = exchange.nowMillis() - request.event().timeMillis();
        boolean isPrompt = waitedMillis < TimeUnit.MINUTES.toMillis(parameters.promptMinutes());
        return request.adverseMove(exchange.prices()) > parameters.adverseMove()
                || (isPrompt && adverseZ > parameters.adverseMove() / parameters.normalHourlySigma());
    }

    private void scheduleDeparture(User user, long causeEventId, long toldByUserId) {
        if (user.isActive() && user.markDeparting()) {
            double meanHours = parameters.departureMeanHours() / (isLarge(user) ? parameters.largeAccountSpeedup() : 1);
            double hours = delays.exponential(meanHours, user.id(), SingleDraw.VALUE);
            long at = exchange.nowMillis() + 1 + (long) (hours * HOUR_MILLIS);
            exchange.schedule(at, () -> depart(user, at, causeEventId, toldByUserId));
        }
    }

    private void depart(User user, long timeMillis, long causeEventId, long toldByUserId) {
        population.deactivate(user);
        exchange.publish(new Churn(user.id(), timeMillis, causeEventId, toldByUserId, user.lifetimeValueCents()));
        int count = listeners.geometric(parameters.peopleTold(), user.id(), ListenerDraw.COUNT);
        for (int i = 0; i < count; i++) {
            User listener = population.user(contacts.contactId(user.id(), i));
            double probability =
                    parameters.listenerChurn() * (isLarge(listener) ? parameters.largeAccountSpeedup() : 1);
            if (listeners.bernoulli(probability, user.id(), ListenerDraw.FOLLOWS, i)) {
                scheduleDeparture(listener, causeEventId, user.id());
            }
        }
    }

    private static boolean isLarge(User user) {
        Tier tier = user.account().tier();
        return tier == Tier.VIP || tier == Tier.MARKET_MAKER;
    }
}
