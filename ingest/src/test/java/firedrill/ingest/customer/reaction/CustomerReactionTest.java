package firedrill.ingest.customer.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.SamplingError;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.ChurnParameters;
import firedrill.ingest.customer.ComplaintParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.TestCustomers;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.exchange.api.Actor;
import firedrill.ingest.exchange.api.Intent;
import firedrill.ingest.exchange.api.PendingRequest;
import firedrill.ingest.market.Asset;
import firedrill.ingest.random.RandomSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class CustomerReactionTest {

    private static final int USERS = 20_000;
    private static final long HOUR = 3_600_000;
    private static final ChurnParameters CHURN = TestCustomers.PARAMETERS.churn();
    private static final ComplaintParameters COMPLAINTS = TestCustomers.PARAMETERS.complaints();

    private static final long MEMORY_MILLIS = CHURN.repeatDays() * 24L * HOUR;

    private final FakeExchangeApi exchange = new FakeExchangeApi();
    private final RandomSource random = new RandomSource(5);
    private final Population population = TestCustomers.population(USERS, random);
    private CustomerReaction reaction = reaction(TestCustomers.PARAMETERS);

    @Test
    void aRefusedWithdrawalCausesChurnAndComplaints() {
        assertChurn(CHURN.afterRefusedWithdrawal(), CustomerReactionTest::withdrawal, this::refuse);
        double complaints = COMPLAINTS.afterRefusedWithdrawal();
        assertThat(share(Complaint.class)).isCloseTo(complaints, SamplingError.ofShare(complaints, USERS));
    }

    @Test
    void aRefusedOrderCausesLessChurn() {
        assertChurn(CHURN.afterRefusedOrder(), CustomerReactionTest::order, this::refuse);
    }

    @Test
    void aPassedChallengeCausesLittleChurn() {
        assertChurn(
                CHURN.afterStepUp(),
                CustomerReactionTest::withdrawal,
                (reaction, request) -> reaction.onSettlement(request, Action.STEP_UP, Disposition.RELEASED));
    }

    @Test
    void aHoldBelowAnHourCausesSomeChurn() {
        assertChurn(CHURN.afterHoldBelow1Hour(), CustomerReactionTest::withdrawal, hold(HOUR / 2));
    }

    @Test
    void aHoldBelowADayCausesMoreChurn() {
        assertChurn(CHURN.afterHoldBelow1Day(), CustomerReactionTest::withdrawal, hold(6 * HOUR));
    }

    @Test
    void aHoldAboveADayCausesAsMuchChurnAsARefusal() {
        assertChurn(CHURN.afterHoldBelow7Days(), CustomerReactionTest::withdrawal, hold(30 * HOUR));
    }

    @Test
    void aHoldAboveAWeekCausesMostChurn() {
        assertChurn(CHURN.afterHoldBeyond7Days(), CustomerReactionTest::withdrawal, hold(8 * 24 * HOUR));
    }

    @Test
    void aFallAfterTheFirstHourOfAHoldRaisesChurn() {
        double odds = odds(CHURN.afterHoldBelow1Day()) * CHURN.oddsAfterAdverseMove();
        assertChurn(odds / (1 + odds), CustomerReactionTest::withdrawal, this::holdThroughAFall);
    }

    @Test
    void repeatedFrictionRaisesTheOddsWhenAHoldEnds() {
        population.users().forEach(user -> user.recordFriction(FakeExchangeApi.START - 24 * HOUR, MEMORY_MILLIS));

        double odds = odds(CHURN.afterHoldBelow1Day()) * CHURN.oddsAfterAdverseMove() * CHURN.oddsAtRepeat();
        assertChurn(odds / (1 + odds), CustomerReactionTest::withdrawal, this::holdThroughAFall);
    }

    @Test
    void aFallRaisesTheOddsOfCoinHolders() {
        exchange.market = new MarketSnapshot(3, -10, FakeExchangeApi.PRICE * 93 / 100);

        double odds = odds(CHURN.afterRefusedWithdrawal()) * CHURN.oddsAfterAdverseMove();
        assertChurn(odds / (1 + odds), CustomerReactionTest::withdrawal, this::refuse);
    }

    @Test
    void aRiseDoesNotRaiseTheOddsOfCoinHolders() {
        exchange.market = new MarketSnapshot(3, 10, FakeExchangeApi.PRICE * 107 / 100);

        assertChurn(CHURN.afterRefusedWithdrawal(), CustomerReactionTest::withdrawal, this::refuse);
    }

    @Test
    void repeatedFrictionRaisesTheOdds() {
        population.users().forEach(user -> user.recordFriction(FakeExchangeApi.START - 24 * HOUR, MEMORY_MILLIS));

        double odds = odds(CHURN.afterRefusedWithdrawal()) * CHURN.oddsAtRepeat();
        assertChurn(odds / (1 + odds), CustomerReactionTest::withdrawal, this::refuse);
    }

    @Test
    void anAllowedRequestCausesNoReaction() {
        assertThat(churned(
                        CustomerReactionTest::withdrawal,
                        (reaction, request) -> reaction.onSettlement(request, Action.ALLOW, Disposition.RELEASED)))
                .isZero();
        assertThat(exchange.outcomes).noneMatch(outcome -> !(outcome instanceof FraudReport));
    }

    @Test
    void aLimitCausesLittleChurn() {
        assertChurn(
                CHURN.afterLimit(),
                CustomerReactionTest::withdrawal,
                (reaction, request) -> reaction.onSettlement(request, Action.LIMIT, Disposition.LIMITED));
    }

    @Test
    void aRefusalByAnAnalystCausesAsMuchChurnAsABlock() {
        assertChurn(
                CHURN.afterRefusedWithdrawal(),
                CustomerReactionTest::withdrawal,
                (reaction, request) -> reaction.onSettlement(request, Action.REVIEW, Disposition.REFUSED));
    }

    @Test
    void frictionBeyondTheMemoryIsNoRepeat() {
        population
                .users()
                .forEach(user -> user.recordFriction(FakeExchangeApi.START - MEMORY_MILLIS - HOUR, MEMORY_MILLIS));

        assertChurn(CHURN.afterRefusedWithdrawal(), CustomerReactionTest::withdrawal, this::refuse);
    }

    @Test
    void aDisclosedReasonAndEndLowerTheOdds() {
        reaction = reaction(TestCustomers.with("customer.friction.notice", "reasonAndEnd"));

        double odds = odds(CHURN.afterRefusedWithdrawal()) * CHURN.oddsWithReasonAndEnd();
        assertChurn(odds / (1 + odds), CustomerReactionTest::withdrawal, this::refuse);
    }

    @Test
    void wordOfMouthGrowsWithPeopleToldAndDiesOut() {
        double ten = followers(10);
        double twenty = followers(20);

        assertThat(ten).isBetween(0.02, 0.09);
        assertThat(twenty / ten).isBetween(1.6, 2.4);
        assertThat(twenty).isLessThan(0.3);
    }

    @Test
    void largeAccountsChurnMore() {
        churned(CustomerReactionTest::withdrawal, this::refuse);
        double large = population.users().stream()
                .filter(user -> user.archetype() == Archetype.WHALE || user.archetype() == Archetype.MARKET_MAKER)
                .mapToInt(user -> user.isActive() ? 0 : 1)
                .average()
                .orElseThrow();

        assertThat(large).isBetween(0.36, 0.56);
    }

    @Test
    void aboutOneAllowedWithdrawalInTwentyThousandIsReportedAsTheft() {
        for (int again = 0; again < 20; again++) {
            long first = 1 + (long) again * USERS;
            population
                    .users()
                    .forEach(user -> reaction.onSettlement(
                            withdrawal(user, reaction, first + user.id()), Action.ALLOW, Disposition.RELEASED));
        }

        assertThat(exchange.outcomes).hasOnlyElementsOfType(FraudReport.class).hasSizeBetween(8, 36);
    }

    /** Followers per departure, when one customer in twenty departs. */
    private double followers(int peopleTold) {
        var others = TestCustomers.population(USERS, random);
        var otherExchange = new FakeExchangeApi();
        var parameters = TestCustomers.with("customer.churn.peopleTold", Integer.toString(peopleTold));
        CustomerContext context = TestCustomers.context(otherExchange, others, parameters, random);
        var other = new CustomerReaction(context, new ChurnModel(context));
        others.users().stream()
                .filter(user -> user.id() % 7 == 0)
                .forEach(user -> refuse(other, withdrawal(user, other)));
        long followers = otherExchange.outcomes.stream()
                .filter(outcome -> outcome instanceof Churn churn && churn.isWordOfMouth())
                .count();
        return (double) followers / (others.departedCount() - followers);
    }

    private static double odds(double probability) {
        return probability / (1 - probability);
    }

    private void assertChurn(
            double probability, RequestFactory requests, BiConsumer<CustomerReaction, PendingRequest> treatment) {
        assertThat(churned(requests, treatment)).isCloseTo(probability, SamplingError.ofShare(probability, USERS));
    }

    private CustomerReaction reaction(CustomerParameters parameters) {
        CustomerContext context = TestCustomers.context(exchange, population, parameters, random);
        return new CustomerReaction(context, new ChurnModel(context));
    }

    private void refuse(CustomerReaction honest, PendingRequest request) {
        honest.onSettlement(request, Action.BLOCK, Disposition.REFUSED);
    }

    private static BiConsumer<CustomerReaction, PendingRequest> hold(long holdMillis) {
        return (reaction, request) -> {
            reaction.onHold(request, holdMillis);
            reaction.onSettlement(request, Action.HOLD, Disposition.RELEASED);
        };
    }

    /** The price falls when the first hour is over. */
    private void holdThroughAFall(CustomerReaction honest, PendingRequest request) {
        exchange.market = new MarketSnapshot(0, 0, FakeExchangeApi.PRICE);
        honest.onHold(request, 6 * HOUR);
        exchange.market = new MarketSnapshot(3, -10, FakeExchangeApi.PRICE * 93 / 100);
        honest.onSettlement(request, Action.HOLD, Disposition.RELEASED);
    }

    /** The share of users who leave on their own account when each is treated so once. */
    private double churned(RequestFactory asking, BiConsumer<CustomerReaction, PendingRequest> treatment) {
        for (User user : List.copyOf(population.users())) {
            if (user.isActive()) {
                treatment.accept(reaction, asking.by(user, reaction));
            }
        }
        long own = exchange.outcomes.stream()
                .filter(outcome -> outcome instanceof Churn gone && !gone.isWordOfMouth())
                .count();
        long told = population.departedCount() - own;
        return (double) own / (USERS - told);
    }

    private double share(Class<?> outcome) {
        return (double) exchange.outcomes.stream().filter(outcome::isInstance).count() / USERS;
    }

    /** What a user asks for. */
    private interface RequestFactory {
        PendingRequest by(User user, Actor asker);
    }

    private static PendingRequest withdrawal(User user, Actor asker) {
        return withdrawal(user, asker, user.id());
    }

    private static PendingRequest withdrawal(User user, Actor asker, long key) {
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
                new Intent(user, new ClientSession(1, 0), key, asker),
                event,
                Asset.BTC,
                1,
                Asset.BTC,
                FakeExchangeApi.PRICE);
    }

    private static PendingRequest order(User user, Actor asker) {
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
                new Intent(user, new ClientSession(1, 0), user.id(), asker),
                event,
                Asset.BTC,
                1,
                Asset.BTC,
                FakeExchangeApi.PRICE);
    }
}
