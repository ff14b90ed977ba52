package firedrill.ingest.customer.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.ClientSession;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerSettings;
import firedrill.ingest.customer.CustomerSettings.CustomerNotice;
import firedrill.ingest.customer.Population;
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

    private final FakeExchangeApi floor = new FakeExchangeApi();
    private final RandomSource chance = new RandomSource(5);
    private final Population population = new Population(
            USERS,
            chance,
            new AddressGenerator(chance),
            FakeExchangeApi.START,
            asset -> asset == Asset.CASH ? 100 : FakeExchangeApi.PRICE);
    private CustomerReaction friction = friction(CustomerSettings.DEFAULT);

    @Test
    void aRefusedWithdrawalDrivesAThirdAway() {
        assertThat(leave(CustomerReactionTest::withdrawal, this::refuse)).isCloseTo(0.35, within(0.02));
        assertThat(share(Complaint.class)).isCloseTo(0.35, within(0.02));
    }

    @Test
    void aRefusedOrderDrivesFewAway() {
        assertThat(leave(CustomerReactionTest::order, this::refuse)).isCloseTo(0.05, within(0.01));
    }

    @Test
    void aPassedChallengeIsForgiven() {
        assertThat(leave(
                        CustomerReactionTest::withdrawal,
                        (friction, request) -> friction.onSettlement(request, Action.STEP_UP, Disposition.RELEASED)))
                .isCloseTo(0.01, within(0.005));
    }

    @Test
    void theLongerAHoldTheMoreLeave() {
        assertThat(leave(CustomerReactionTest::withdrawal, hold(HOUR / 2))).isCloseTo(0.08, within(0.01));
    }

    @Test
    void anHourOfHoldIsTakenWorse() {
        assertThat(leave(CustomerReactionTest::withdrawal, hold(6 * HOUR))).isCloseTo(0.20, within(0.02));
    }

    @Test
    void moreThanADayOfHoldIsTakenAsARefusal() {
        assertThat(leave(CustomerReactionTest::withdrawal, hold(30 * HOUR))).isCloseTo(0.35, within(0.02));
    }

    @Test
    void aHoldOfMoreThanAWeekIsTakenWorst() {
        assertThat(leave(CustomerReactionTest::withdrawal, hold(8 * 24 * HOUR))).isCloseTo(0.60, within(0.02));
    }

    @Test
    void aFallAfterTheFirstHourOfAHoldDrivesMoreAway() {
        double odds = 0.20 / 0.80 * 2.5;
        assertThat(leave(CustomerReactionTest::withdrawal, this::holdThroughAFall))
                .isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void theSecondTimeWeighsAsMuchWhenAHoldEnds() {
        population.users().forEach(user -> user.recordFriction(FakeExchangeApi.START - 24 * HOUR));

        double odds = 0.20 / 0.80 * 2.5 * 1.5;
        assertThat(leave(CustomerReactionTest::withdrawal, this::holdThroughAFall))
                .isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void aFallingPriceMultipliesTheOddsForWhoeverHoldsCoin() {
        floor.market = new MarketSnapshot(3, -10, FakeExchangeApi.PRICE * 93 / 100);

        double odds = 0.35 / 0.65 * 2.5;
        assertThat(leave(CustomerReactionTest::withdrawal, this::refuse)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void aRisingPriceIsNoGrievanceToWhoeverHoldsCoin() {
        floor.market = new MarketSnapshot(3, 10, FakeExchangeApi.PRICE * 107 / 100);

        assertThat(leave(CustomerReactionTest::withdrawal, this::refuse)).isCloseTo(0.35, within(0.02));
    }

    @Test
    void theSecondTimeWeighsMore() {
        population.users().forEach(user -> user.recordFriction(FakeExchangeApi.START - 24 * HOUR));

        double odds = 0.35 / 0.65 * 1.5;
        assertThat(leave(CustomerReactionTest::withdrawal, this::refuse)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void whoeverIsLetThroughHasNothingToForgive() {
        assertThat(leave(
                        CustomerReactionTest::withdrawal,
                        (friction, request) -> friction.onSettlement(request, Action.ALLOW, Disposition.RELEASED)))
                .isZero();
        assertThat(floor.outcomes).noneMatch(outcome -> !(outcome instanceof FraudReport));
    }

    @Test
    void aPartIsTakenMoreKindlyThanAWait() {
        assertThat(leave(
                        CustomerReactionTest::withdrawal,
                        (friction, request) -> friction.onSettlement(request, Action.LIMIT, Disposition.LIMITED)))
                .isCloseTo(0.04, within(0.01));
    }

    @Test
    void aRefusalByAnAnalystIsARefusal() {
        assertThat(leave(
                        CustomerReactionTest::withdrawal,
                        (friction, request) -> friction.onSettlement(request, Action.REVIEW, Disposition.REFUSED)))
                .isCloseTo(0.35, within(0.02));
    }

    @Test
    void theSecondTimeIsForgottenAfterNinetyDays() {
        population.users().forEach(user -> user.recordFriction(FakeExchangeApi.START - 91 * 24 * HOUR));

        assertThat(leave(CustomerReactionTest::withdrawal, this::refuse)).isCloseTo(0.35, within(0.02));
    }

    @Test
    void aReasonAndAnEndSoothe() {
        friction = friction(CustomerSettings.DEFAULT.withNotice(CustomerNotice.REASON_AND_END));

        double odds = 0.35 / 0.65 * 0.6;
        assertThat(leave(CustomerReactionTest::withdrawal, this::refuse)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void twiceAsManyToldAreTwiceAsManyLostAndNoAvalanche() {
        double ten = followers(10);
        double twenty = followers(20);

        assertThat(ten).isBetween(0.02, 0.09);
        assertThat(twenty / ten).isBetween(1.6, 2.4);
        assertThat(twenty).isLessThan(0.3);
    }

    @Test
    void largeAccountsLeaveMoreReadily() {
        leave(CustomerReactionTest::withdrawal, this::refuse);
        double large = population.users().stream()
                .filter(user -> user.archetype() == Archetype.WHALE || user.archetype() == Archetype.MARKET_MAKER)
                .mapToInt(user -> user.isActive() ? 0 : 1)
                .average()
                .orElseThrow();

        assertThat(large).isBetween(0.36, 0.56);
    }

    @Test
    void aboutOneHonestWithdrawalInTwentyThousandIsReportedAsTheft() {
        for (int again = 0; again < 20; again++) {
            long first = 1 + (long) again * USERS;
            population
                    .users()
                    .forEach(user -> friction.onSettlement(
                            withdrawal(user, friction, first + user.id()), Action.ALLOW, Disposition.RELEASED));
        }

        assertThat(floor.outcomes).hasOnlyElementsOfType(FraudReport.class).hasSizeBetween(8, 36);
    }

    /** How many follow each who leaves, when one user in twenty leaves. */
    private double followers(double told) {
        var crowd = new Population(
                USERS,
                chance,
                new AddressGenerator(chance),
                FakeExchangeApi.START,
                asset -> asset == Asset.CASH ? 100 : FakeExchangeApi.PRICE);
        var still = new FakeExchangeApi();
        var other = new CustomerReaction(
                still, new ChurnModel(crowd, still, chance, CustomerSettings.DEFAULT.withPeopleTold(told)), chance);
        crowd.users().stream()
                .filter(user -> user.id() % 7 == 0)
                .forEach(user -> refuse(other, withdrawal(user, other)));
        long followers = still.outcomes.stream()
                .filter(outcome -> outcome instanceof Churn gone && gone.isWordOfMouth())
                .count();
        return (double) followers / (crowd.departedCount() - followers);
    }

    private CustomerReaction friction(CustomerSettings settings) {
        return new CustomerReaction(floor, new ChurnModel(population, floor, chance, settings), chance);
    }

    private void refuse(CustomerReaction honest, PendingRequest request) {
        honest.onSettlement(request, Action.BLOCK, Disposition.REFUSED);
    }

    private static BiConsumer<CustomerReaction, PendingRequest> hold(long holdMillis) {
        return (friction, request) -> {
            friction.onHold(request, holdMillis);
            friction.onSettlement(request, Action.HOLD, Disposition.RELEASED);
        };
    }

    /** The price falls when the first hour is over. */
    private void holdThroughAFall(CustomerReaction honest, PendingRequest request) {
        floor.market = new MarketSnapshot(0, 0, FakeExchangeApi.PRICE);
        honest.onHold(request, 6 * HOUR);
        floor.market = new MarketSnapshot(3, -10, FakeExchangeApi.PRICE * 93 / 100);
        honest.onSettlement(request, Action.HOLD, Disposition.RELEASED);
    }

    /** The share of users who leave on their own account when each is treated so once. */
    private double leave(RequestFactory asking, BiConsumer<CustomerReaction, PendingRequest> treatment) {
        for (User user : List.copyOf(population.users())) {
            if (user.isActive()) {
                treatment.accept(friction, asking.by(user, friction));
            }
        }
        long own = floor.outcomes.stream()
                .filter(outcome -> outcome instanceof Churn gone && !gone.isWordOfMouth())
                .count();
        long told = population.departedCount() - own;
        return (double) own / (USERS - told);
    }

    private double share(Class<?> outcome) {
        return (double) floor.outcomes.stream().filter(outcome::isInstance).count() / USERS;
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
                false);
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
                false, OrderDetails.manualMarketOrder(0));
        return new PendingRequest(
                new Intent(user, new ClientSession(1, 0), user.id(), asker),
                event,
                Asset.BTC,
                1,
                Asset.BTC,
                FakeExchangeApi.PRICE);
    }
}
