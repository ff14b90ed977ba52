package firedrill.ingest.customer.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.SamplingError;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.ChurnParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.TestCustomers;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A population of which each user makes one request that is treated in one way, and the share that churns. */
final class TreatedPopulation {

    static final int USERS = 20_000;
    static final long HOUR = 3_600_000;
    static final ChurnParameters CHURN = TestCustomers.PARAMETERS.churn();
    static final long MEMORY_MILLIS = CHURN.repeatDays() * 24L * HOUR;

    final FakeExchangeApi exchange = new FakeExchangeApi();
    final Population population;
    final CustomerReaction reaction;
    final TheftReaction thefts;

    TreatedPopulation(CustomerParameters parameters) {
        var random = new RandomSource(5);
        population = TestCustomers.population(USERS, random);
        CustomerContext context = TestCustomers.context(exchange, population, parameters, random);
        var churnModel = new ChurnModel(context);
        reaction = new CustomerReaction(context, churnModel);
        thefts = new TheftReaction(context, churnModel);
    }

    void assertChurn(
            double probability, RequestFactory requests, BiConsumer<CustomerReaction, PendingRequest> treatment) {
        assertThat(churned(requests, treatment)).isCloseTo(probability, SamplingError.ofShare(probability, USERS));
    }

    /** The share of users who churn other than by word of mouth when the request of each is treated so once. */
    double churned(RequestFactory requests, BiConsumer<CustomerReaction, PendingRequest> treatment) {
        for (User user : List.copyOf(population.users())) {
            if (user.isActive()) {
                treatment.accept(reaction, requests.by(user, reaction));
            }
        }
        long own = exchange.outcomes.stream()
                .filter(outcome -> outcome instanceof Churn churn && !churn.isWordOfMouth())
                .count();
        long byWordOfMouth = population.departedCount() - own;
        return (double) own / (USERS - byWordOfMouth);
    }

    /** Outcomes of this kind per user. */
    double share(Class<?> outcome) {
        return (double) exchange.outcomes.stream().filter(outcome::isInstance).count() / USERS;
    }

    /** Users with an outcome of this kind. */
    Set<Long> usersOf(Class<?> outcome) {
        return exchange.outcomes.stream()
                .filter(outcome::isInstance)
                .map(Outcome::userId)
                .collect(Collectors.toSet());
    }

    static void refuse(CustomerReaction reaction, PendingRequest request) {
        reaction.onSettlement(request, Action.BLOCK, Disposition.REFUSED);
    }

    static BiConsumer<CustomerReaction, PendingRequest> hold(long holdMillis) {
        return (reaction, request) -> {
            reaction.onHold(request, holdMillis);
            reaction.onSettlement(request, Action.HOLD, Disposition.RELEASED);
        };
    }

    /** The request of a user; {@code actor} receives its outcome. */
    interface RequestFactory {
        PendingRequest by(User user, Actor actor);
    }

    static PendingRequest withdrawal(User user, Actor actor) {
        return withdrawal(user, actor, user.id());
    }

    static PendingRequest withdrawal(User user, Actor actor, long key) {
        DecisionRequest event = new Withdrawal(
                user.id(),
                user.id(),
                FakeExchangeApi.START,
                new MarketSnapshot(0, 0, FakeExchangeApi.PRICE),
                user.account(),
                1,
                1,
                "BTC",
                10_000,
                20_000,
                false,
                0,
                true);
        return new PendingRequest(
                new Intent(user, new ClientSession(1, 0), key, actor),
                event,
                Asset.BTC,
                1,
                Asset.BTC,
                FakeExchangeApi.PRICE);
    }

    static PendingRequest order(User user, Actor actor) {
        DecisionRequest event = new Order(
                user.id(),
                user.id(),
                FakeExchangeApi.START,
                new MarketSnapshot(0, 0, FakeExchangeApi.PRICE),
                user.account(),
                1,
                "BTC-USD",
                Side.SELL,
                10_000,
                20_000,
                false,
                OrderDetails.manualMarketOrder(0));
        return new PendingRequest(
                new Intent(user, new ClientSession(1, 0), user.id(), actor),
                event,
                Asset.BTC,
                1,
                Asset.BTC,
                FakeExchangeApi.PRICE);
    }
}
