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
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.market.Asset;
import firedrill.ingest.population.PopulationSettings.Notice;
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
    private Friction friction = friction(PopulationSettings.DEFAULT);

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
    void aHoldOfMoreThanAWeekIsTakenWorst() {
        assertThat(leave(FrictionTest::withdrawal, hold(8 * 24 * HOUR))).isCloseTo(0.60, within(0.02));
    }

    @Test
    void aFallAfterTheFirstHourOfAHoldDrivesMoreAway() {
        double odds = 0.20 / 0.80 * 2.5;
        assertThat(leave(FrictionTest::withdrawal, this::holdThroughAFall)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void theSecondTimeWeighsAsMuchWhenAHoldEnds() {
        population.users().forEach(user -> user.hurt(StillFloor.START - 24 * HOUR));

        double odds = 0.20 / 0.80 * 2.5 * 1.5;
        assertThat(leave(FrictionTest::withdrawal, this::holdThroughAFall)).isCloseTo(odds / (1 + odds), within(0.02));
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
        population.users().forEach(user -> user.hurt(StillFloor.START - 24 * HOUR));

        double odds = 0.35 / 0.65 * 1.5;
        assertThat(leave(FrictionTest::withdrawal, this::refuse)).isCloseTo(odds / (1 + odds), within(0.02));
    }

    @Test
    void whoeverIsLetThroughHasNothingToForgive() {
        assertThat(leave(
                        FrictionTest::withdrawal,
                        (friction, request) -> friction.settled(request, Action.ALLOW, Disposition.RELEASED)))
                .isZero();
        assertThat(floor.learned).noneMatch(outcome -> !(outcome instanceof FraudReport));
    }

    @Test
    void aPartIsTakenMoreKindlyThanAWait() {
        assertThat(leave(
                        FrictionTest::withdrawal,
                        (friction, request) -> friction.settled(request, Action.LIMIT, Disposition.LIMITED)))
                .isCloseTo(0.04, within(0.01));
    }

    @Test
    void aRefusalByAnAnalystIsARefusal() {
        assertThat(leave(
                        FrictionTest::withdrawal,
                        (friction, request) -> friction.settled(request, Action.REVIEW, Disposition.REFUSED)))
                .isCloseTo(0.35, within(0.02));
    }

    @Test
    void theSecondTimeIsForgottenAfterNinetyDays() {
        population.users().forEach(user -> user.hurt(StillFloor.START - 91 * 24 * HOUR));

        assertThat(leave(FrictionTest::withdrawal, this::refuse)).isCloseTo(0.35, within(0.02));
    }

    @Test
    void aReasonAndAnEndSoothe() {
        friction = friction(PopulationSettings.DEFAULT.withNotice(Notice.REASON_AND_END));

        double odds = 0.35 / 0.65 * 0.6;
        assertThat(leave(FrictionTest::withdrawal, this::refuse)).isCloseTo(odds / (1 + odds), within(0.02));
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
        leave(FrictionTest::withdrawal, this::refuse);
        double large = population.users().stream()
                .filter(user -> user.habit() == Habit.WHALE || user.habit() == Habit.MAKER)
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
                    .forEach(user -> friction.settled(
                            withdrawal(user, friction, first + user.id()), Action.ALLOW, Disposition.RELEASED));
        }

        assertThat(floor.learned).hasOnlyElementsOfType(FraudReport.class).hasSizeBetween(8, 36);
    }

    /** How many follow each who leaves, when one user in twenty leaves. */
    private double followers(double told) {
        var crowd = new Population(
                USERS,
                chance,
                new Addresses(chance),
                StillFloor.START,
                asset -> asset == Asset.CASH ? 100 : StillFloor.PRICE);
        var still = new StillFloor();
        var other = new Friction(
                still, new Leaving(crowd, still, chance, PopulationSettings.DEFAULT.withPeopleTold(told)), chance);
        crowd.users().stream()
                .filter(user -> user.id() % 7 == 0)
                .forEach(user -> refuse(other, withdrawal(user, other)));
        long followers = still.learned.stream()
                .filter(outcome -> outcome instanceof Departure gone && gone.byWordOfMouth())
                .count();
        return (double) followers / (crowd.left() - followers);
    }

    private Friction friction(PopulationSettings settings) {
        return new Friction(floor, new Leaving(population, floor, chance, settings), chance);
    }

    private void refuse(Friction honest, Request request) {
        honest.settled(request, Action.BLOCK, Disposition.REFUSED);
    }

    private static BiConsumer<Friction, Request> hold(long holdMillis) {
        return (friction, request) -> {
            friction.held(request, holdMillis);
            friction.settled(request, Action.HOLD, Disposition.RELEASED);
        };
    }

    /** The price falls when the first hour is over. */
    private void holdThroughAFall(Friction honest, Request request) {
        floor.market = new Market(0, 0, StillFloor.PRICE);
        honest.held(request, 6 * HOUR);
        floor.market = new Market(3, -10, StillFloor.PRICE * 93 / 100);
        honest.settled(request, Action.HOLD, Disposition.RELEASED);
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
        return withdrawal(user, asker, user.id());
    }

    private static Request withdrawal(User user, Asker asker, long key) {
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
                new Ask(user, new Session(1, 0), key, asker), event, Asset.BTC, 1, Asset.BTC, StillFloor.PRICE);
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
