package firedrill.ingest.customer.reaction;

import firedrill.ingest.account.User;
import firedrill.ingest.customer.ChurnParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.Population;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;
import firedrill.ingest.random.SingleDraw;
import java.util.concurrent.TimeUnit;

/**
 * Departures and word of mouth.
 *
 * <p>Each departure reaches a geometric number of contacts, few of whom follow: with 10 listeners and a probability of
 * 0.005 each departure causes at most 0.06 further ones, so word of mouth dies out. Large accounts depart sooner, and
 * follow with a higher probability.
 */
final class Departures {

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
    private final Population population;
    private final ExchangeApi exchange;
    private final RandomStream delays;
    private final RandomStream listeners;
    private final SocialGraph contacts;

    Departures(CustomerContext context) {
        parameters = context.parameters().churn();
        population = context.population();
        exchange = context.exchange();
        delays = context.random().stream(ReactionStream.DEPARTURE);
        listeners = context.random().stream(ReactionStream.LISTENER);
        contacts = new SocialGraph(context.parameters().socialGraph(), context.random(), population.customerCount());
    }

    static boolean isLarge(User user) {
        Tier tier = user.account().tier();
        return tier == Tier.VIP || tier == Tier.MARKET_MAKER;
    }

    /** Publishes the risk that {@code user} departs, and that of the contacts who would follow; none if it is certain. */
    void publishRisk(User user, long causeEventId, double probability) {
        if (probability <= 0 || user.isDeparting()) {
            return;
        }
        exchange.publish(risk(user, causeEventId, probability, probability * user.lifetimeValueCents(), false));
        publishFollowers(user, causeEventId, probability);
    }

    private void publishFollowers(User user, long causeEventId, double probability) {
        double followers = 0;
        double lossCents = 0;
        int told = peopleTold(user);
        for (int i = 0; i < told; i++) {
            User listener = listener(user, i);
            if (isReached(user, listener) && !listener.isDeparting()) {
                followers += followProbability(listener);
                lossCents += followProbability(listener) * listener.lifetimeValueCents();
            }
        }
        if (followers > 0) {
            exchange.publish(risk(user, causeEventId, probability * followers, probability * lossCents, true));
        }
    }

    private DepartureRisk risk(
            User user, long causeEventId, double expectedDepartures, double lossCents, boolean isWordOfMouth) {
        return new DepartureRisk(
                user.id(),
                exchange.nowMillis(),
                causeEventId,
                expectedDepartures,
                Math.round(lossCents),
                isWordOfMouth);
    }

    /** Schedules the departure of a user who has not yet decided to depart. */
    void schedule(User user, long causeEventId, long toldByUserId) {
        if (user.isActive() && user.markDeparting()) {
            double meanHours = parameters.departureMeanHours() / (isLarge(user) ? parameters.largeAccountSpeedup() : 1);
            double hours = delays.exponential(meanHours, user.id(), SingleDraw.VALUE);
            long at = exchange.nowMillis() + 1 + (long) (hours * HOUR_MILLIS);
            exchange.schedule(at, () -> depart(user, at, causeEventId, toldByUserId));
        }
    }

    private void depart(User user, long timeMillis, long causeEventId, long toldByUserId) {
        population.deactivate(user);
        int told = peopleTold(user);
        int reached = 0;
        for (int i = 0; i < told; i++) {
            reached += isReached(user, listener(user, i)) ? 1 : 0;
        }
        exchange.publish(
                new Churn(user.id(), timeMillis, causeEventId, toldByUserId, user.lifetimeValueCents(), told, reached));
        for (int i = 0; i < told; i++) {
            tell(user, i, causeEventId);
        }
    }

    private void tell(User user, int number, long causeEventId) {
        User listener = listener(user, number);
        boolean follows = listeners.bernoulli(followProbability(listener), user.id(), ListenerDraw.FOLLOWS, number);
        if (follows && listener.isActive() && !listener.isDeparting()) {
            publishFollowers(listener, causeEventId, 1);
            schedule(listener, causeEventId, user.id());
        }
    }

    private int peopleTold(User user) {
        return listeners.geometric(parameters.peopleTold(), user.id(), ListenerDraw.COUNT);
    }

    private User listener(User user, int number) {
        return population.user(contacts.contactId(user.id(), number));
    }

    private static boolean isReached(User user, User listener) {
        return listener.isActive() && listener.id() != user.id();
    }

    private double followProbability(User listener) {
        return parameters.listenerChurn() * (isLarge(listener) ? parameters.largeAccountSpeedup() : 1);
    }
}
