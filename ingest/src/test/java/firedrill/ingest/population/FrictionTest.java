package firedrill.ingest.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Order.Side;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Market;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.market.Asset;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FrictionTest {

    private static final int USERS = 20_000;
    private static final long HOUR = 3_600_000;

    private final StillFloor floor = new StillFloor();
    private final Chance chance = new Chance(5);
    private final Population population = new Population(
            USERS,
            chance,
            new Addresses(chance),
            StillFloor.START,
            asset -> asset == Asset.CASH ? 100 : StillFloor.PRICE);
    private final Friction friction = new Friction(floor, new Leaving(population, floor, chance), chance);

    @Test
    void aRefusedWithdrawalDrivesAThirdAway() {
        assertThat(leave(FrictionTest::withdrawal, this::refuse)).isCloseTo(0.35, within(0.02));
        assertThat(share(Complaint.class)).isCloseTo(0.35, within(0.02));
    }

    @Test
    void aRefusedOrderDrivesFewAway() {
        assertThat(leave(FrictionTest::order, this::refuse)).isCloseTo(0.05, within(0.01));
    }

    @Test
    void aPassedChallengeIsForgiven() {
        assertThat(leave(
                        FrictionTest::withdrawal,
                        (friction, request) -> friction.settled(request, Action.STEP_UP, Disposition.RELEASED)))
                .isCloseTo(0.01, within(0.005));
    }

    @Test
    void theLongerAHoldTheMoreLeave() {
        assertThat(leave(FrictionTest::withdrawal, hold(HOUR / 2))).isCloseTo(0.08, within(0.01));
    }

    @Test
    void anHourOfHoldIsTakenWorse() {
        assertThat(leave(FrictionTest::withdrawal, hold(6 * HOUR))).isCloseTo(0.20, within(0.02));
    }

    @Test
    void moreThanADayOfHoldIsTakenAsARefusal() {
        assertThat(leave(FrictionTest::withdrawal, hold(30 * HOUR))).isCloseTo(0.35, within(0.02));
    }

    @Test
    void aFallingPriceMultipliesTheOddsForWhoeverHoldsCoin() {
        floor.market = new Market(3, -10, StillFloor.PRICE * 93 / 100);

        double odds = 0.35 / 0.65 * 2.5;
        assertThat(leave(FrictionTest::withdrawal, this::refuse)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void aRisingPriceIsNoGrievanceToWhoeverHoldsCoin() {
        floor.market = new Market(3, 10, StillFloor.PRICE * 107 / 100);

        assertThat(leave(FrictionTest::withdrawal, this::refuse)).isCloseTo(0.35, within(0.02));
    }

    @Test
    void theSecondTimeWeighsMore() {
        population.users().forEach(User::hurt);

        double odds = 0.35 / 0.65 * 1.5;
        assertThat(leave(FrictionTest::withdrawal, this::refuse)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void whoeverIsLetThroughHasNothingToForgive() {
        assertThat(leave(
                        FrictionTest::withdrawal,
                        (friction, request) -> friction.settled(request, Action.ALLOW, Disposition.RELEASED)))
                .isZero();
        assertThat(floor.learned).isEmpty();
    }

    private void refuse(Friction honest, Request request) {
        honest.settled(request, Action.BLOCK, Disposition.REFUSED);
    }

    private static BiConsumer<Friction, Request> hold(long holdMillis) {
        return (friction, request) -> friction.held(request, holdMillis);
    }

    /** The share of users who leave on their own account when each is treated so once. */
    private double leave(Asking asking, BiConsumer<Friction, Request> treatment) {
        for (User user : List.copyOf(population.users())) {
            if (user.isActive()) {
                treatment.accept(friction, asking.by(user, friction));
            }
        }
        long own = floor.learned.stream()
                .filter(outcome -> outcome instanceof Departure gone && !gone.byWordOfMouth())
                .count();
        long told = population.left() - own;
        return (double) own / (USERS - told);
    }

    private double share(Class<?> outcome) {
        return (double) floor.learned.stream().filter(outcome::isInstance).count() / USERS;
    }

    /** What a user asks for. */
    private interface Asking {
        Request by(User user, Asker asker);
    }

    private static Request withdrawal(User user, Asker asker) {
        Decided event = new Withdrawal(
                user.id(),
                user.id(),
                StillFloor.START,
                new Market(0, 0, StillFloor.PRICE),
                user.account(),
                1,
                1,
                "BTC",
                10_000,
                20_000,
                false);
        return new Request(
                new Ask(user, new Session(1, 0), user.id(), asker), event, Asset.BTC, 1, Asset.BTC, StillFloor.PRICE);
    }

    private static Request order(User user, Asker asker) {
        Decided event = new Order(
                user.id(),
                user.id(),
                StillFloor.START,
                new Market(0, 0, StillFloor.PRICE),
                user.account(),
                1,
                "BTC-USD",
                Side.SELL,
                10_000,
                20_000,
                false);
        return new Request(
                new Ask(user, new Session(1, 0), user.id(), asker), event, Asset.BTC, 1, Asset.BTC, StillFloor.PRICE);
    }
}
