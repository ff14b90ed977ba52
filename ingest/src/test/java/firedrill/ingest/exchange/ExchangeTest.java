package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final long DAY = 24 * ExchangeRun.HOUR;

    @Test
    void historyIsAMonthOfSettledEventsInTimeOrder() {
        var play = new ExchangeRun("quiet", 1_000, 3, ExchangeTest::silent);
        play.exchange.publishHistory();

        long start = play.exchange.startMillis();
        assertThat(play.events).hasSizeBetween(8_000, 14_000);
        assertThat(play.events).extracting(ExchangeEvent::timeMillis).isSorted();
        assertThat(play.events).extracting(ExchangeEvent::id).isSorted().startsWith(1L);
        assertThat(play.events)
                .allMatch(event -> event.timeMillis() < start && event.timeMillis() >= start - 31 * DAY)
                .noneMatch(ExchangeEvent::requiresDecision);
        assertThat(play.events).extracting(ExchangeEvent::userId).contains(1L, 1_000L);
        assertThat(play.outcomes).isEmpty();
        assertThat(play.truths).isEmpty();
    }

    @Test
    void historyComesFirstAndOnce() {
        var play = new ExchangeRun("quiet", 10, 3, ExchangeTest::silent);
        play.exchange.publishHistory();

        assertThatThrownBy(play.exchange::publishHistory).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new ExchangeRun("quiet", 10, 3, ExchangeTest::silent)
                        .runUntilHour(1)
                        .exchange
                        .publishHistory())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theEventsDoNotDependOnTheStepSize() {
        var one = new ExchangeRun("crash-day", 500, 3, ExchangeRun.ALLOW_ALL).runUntilHour(1);
        var many = new ExchangeRun("crash-day", 500, 3, ExchangeRun.ALLOW_ALL);
        for (long time = 0; time <= ExchangeRun.HOUR; time += 777) {
            many.exchange.runUntil(many.exchange.startMillis() + time);
            many.exchange.runUntil(many.exchange.startMillis() + time / 2);
        }
        many.runUntilHour(1);

        assertThat(many.records).isEqualTo(one.records).isNotEmpty();
        assertThat(many.exchange.nowMillis()).isEqualTo(one.exchange.startMillis() + ExchangeRun.HOUR);
    }

    @Test
    void idsGoOnFromTheFirst() {
        var listener = new ExchangeRun("quiet", 500, 3, ExchangeTest::silent);
        var later = new ExchangeRun("quiet", 500, 3, ExchangeTest::silent);
        var exchange = new Exchange(
                ExchangeSettings.DEFAULT.withUsers(500), quiet(), 3, 5_000, new DelegatingListener(listener));
        exchange.runUntil(exchange.startMillis() + ExchangeRun.HOUR);
        later.runUntilHour(1);

        assertThat(listener.events.get(0).id()).isEqualTo(5_000);
        assertThat(listener.events).hasSameSizeAs(later.events);
    }

    @Test
    void anUnexpectedAnswerIsCountedAndIgnored() {
        var play = new ExchangeRun("quiet", 500, 3, ExchangeTest::silent).runUntilHour(1);
        DecisionRequest asked = play.eventsOf(DecisionRequest.class).findFirst().orElseThrow();
        Exchange exchange = play.exchange;
        long now = exchange.nowMillis();
        exchange.apply(Answer.of(asked.id(), Action.BLOCK), now);
        exchange.apply(Answer.of(asked.id(), Action.ALLOW), now);
        exchange.apply(Answer.of(999_999_999, Action.ALLOW), now);

        assertThat(play.outcomesOf(Settlement.class))
                .containsExactly(new Settlement(
                        asked.userId(),
                        now,
                        asked.id(),
                        Disposition.REFUSED,
                        asked.amountCents(),
                        play.outcomesOf(Settlement.class)
                                .findFirst()
                                .orElseThrow()
                                .opportunityLossCents()));
        assertThat(exchange.status().duplicateAnswers()).isEqualTo(1);
        assertThat(exchange.status().unknownAnswers()).isEqualTo(1);
    }

    @Test
    void withoutAnAnswerSmallOrdersPassAndAllElseWaits() {
        var play = new ExchangeRun("quiet", 2_000, 3, ExchangeTest::silent).runUntilHour(0.5);
        Exchange exchange = play.exchange;
        long limit = ExchangeSettings.DEFAULT.failOpenLimitCents();
        long now = exchange.nowMillis();
        play.eventsOf(DecisionRequest.class).toList().forEach(event -> {
            exchange.applyFailMode(event.id(), now);
            exchange.applyFailMode(event.id(), now);
        });

        long small = play.eventsOf(Order.class)
                .filter(order -> order.notionalCents() <= limit)
                .count();
        long all = play.eventsOf(DecisionRequest.class).count();
        assertThat(play.outcomesOf(MissedDeadline.class)).hasSize((int) all);
        assertThat(play.outcomesOf(MissedDeadline.class).filter(MissedDeadline::isFailOpen))
                .hasSize((int) small);
        assertThat(play.outcomesOf(Settlement.class)).hasSize((int) small);
        assertThat(exchange.status().awaitingAnswers()).isEqualTo((int) (all - small));
    }

    @Test
    void aLateAnswerIsStillFollowed() {
        var play = new ExchangeRun("quiet", 2_000, 3, ExchangeTest::silent).runUntilHour(0.5);
        Withdrawal late = play.eventsOf(Withdrawal.class).findFirst().orElseThrow();
        long now = play.exchange.nowMillis();
        play.exchange.applyFailMode(late.id(), now);
        play.exchange.apply(Answer.of(late.id(), Action.ALLOW), now + 5_000);

        assertThat(play.outcomesOf(Settlement.class))
                .singleElement()
                .satisfies(settlement -> assertThat(settlement.disposition()).isEqualTo(Disposition.RELEASED))
                .satisfies(settlement -> assertThat(settlement.timeMillis()).isEqualTo(now + 5_000));
    }

    @Test
    void aHoldReleasesWhenItEndsAndCostsWhatThePriceDidMeanwhile() {
        long hold = 2 * ExchangeRun.HOUR;
        ExchangeRun play = ExchangeRun.of(
                "crash-day",
                2_000,
                3,
                4,
                event -> Optional.of(
                        event instanceof Withdrawal
                                ? Answer.hold(event.id(), hold)
                                : Answer.of(event.id(), Action.ALLOW)));
        var before = play.eventsOf(Withdrawal.class)
                .filter(event -> event.timeMillis() < play.exchange.startMillis() + ExchangeRun.HOUR / 2)
                .filter(event -> event.asset().equals("BTC"))
                .filter(event -> play.truths.stream().noneMatch(truth -> truth.eventId() == event.id()))
                .toList();

        assertThat(before)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(play.outcomesOf(Settlement.class)
                                .filter(settlement -> settlement.eventId() == event.id()))
                        .singleElement()
                        .satisfies(settlement -> {
                            assertThat(settlement.timeMillis()).isEqualTo(event.timeMillis() + hold);
                            assertThat(settlement.opportunityLossCents()).isGreaterThan(event.amountCents() / 20);
                        }));
    }

    @Test
    void anExchangeCannotBeRunFromItsOwnListener() {
        var play = new ExchangeRun("quiet", 500, 3, ExchangeTest::silent);
        var nested = new Exchange[1];
        nested[0] = new Exchange(ExchangeSettings.DEFAULT.withUsers(500), quiet(), 3, 1, new DelegatingListener(play) {
            @Override
            public void onEvent(ExchangeEvent event) {
                nested[0].runUntil(event.timeMillis() + 1);
            }
        });

        assertThatThrownBy(() -> nested[0].runUntil(nested[0].startMillis() + ExchangeRun.HOUR))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ExchangeSettings.DEFAULT.withUsers(0)).hasMessageContaining("users");
        assertThatThrownBy(() -> new ExchangeSettings(1, 61_000, 0)).hasMessageContaining("startMillis");
        assertThatThrownBy(() -> new ExchangeSettings(1, 1_767_571_200_000L, -1))
                .hasMessageContaining("Cents");
        assertThatThrownBy(() -> new Exchange(
                        ExchangeSettings.DEFAULT, quiet(), 1, 0, new ExchangeRun("quiet", 1, 1, ExchangeTest::silent)))
                .hasMessageContaining("firstEventId");
    }

    private static Optional<Answer> silent(DecisionRequest event) {
        return Optional.empty();
    }

    private static Scenario quiet() {
        return new Scenario("quiet", "Quiet", "", Duration.ofHours(6), List.of());
    }

    /** Tells another tape. */
    private static class DelegatingListener implements ExchangeListener {

        private final ExchangeRun other;

        DelegatingListener(ExchangeRun other) {
            this.other = other;
        }

        @Override
        public void onEvent(ExchangeEvent event) {
            other.onEvent(event);
        }

        @Override
        public void onOutcome(Outcome outcome) {
            other.onOutcome(outcome);
        }

        @Override
        public void onTruth(Truth truth) {
            other.onTruth(truth);
        }
    }
}
