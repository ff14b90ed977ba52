package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.ingest.incident.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final long DAY = 24 * Play.HOUR;

    @Test
    void historyIsAMonthOfSettledHabitInTimeOrder() {
        var play = new Play("quiet", 1_000, 3, ExchangeTest::silent);
        play.exchange.tellHistory();

        long start = play.exchange.startMillis();
        assertThat(play.events).hasSizeBetween(8_000, 14_000);
        assertThat(play.events).extracting(ExchangeEvent::timeMillis).isSorted();
        assertThat(play.events).extracting(ExchangeEvent::id).isSorted().startsWith(1L);
        assertThat(play.events)
                .allMatch(event -> event.timeMillis() < start && event.timeMillis() >= start - 31 * DAY)
                .noneMatch(ExchangeEvent::awaitsAnswer);
        assertThat(play.events).extracting(ExchangeEvent::userId).contains(1L, 1_000L);
        assertThat(play.outcomes).isEmpty();
        assertThat(play.truths).isEmpty();
    }

    @Test
    void historyComesFirstAndOnce() {
        var play = new Play("quiet", 10, 3, ExchangeTest::silent);
        play.exchange.tellHistory();

        assertThatThrownBy(play.exchange::tellHistory).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Play("quiet", 10, 3, ExchangeTest::silent)
                        .until(1)
                        .exchange
                        .tellHistory())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theStoryIsTheSameInOneStepOrInMany() {
        var one = new Play("crash-day", 500, 3, Play.ALLOW_ALL).until(1);
        var many = new Play("crash-day", 500, 3, Play.ALLOW_ALL);
        for (long time = 0; time <= Play.HOUR; time += 777) {
            many.exchange.runUntil(many.exchange.startMillis() + time);
            many.exchange.runUntil(many.exchange.startMillis() + time / 2);
        }
        many.until(1);

        assertThat(many.all).isEqualTo(one.all).isNotEmpty();
        assertThat(many.exchange.nowMillis()).isEqualTo(one.exchange.startMillis() + Play.HOUR);
    }

    @Test
    void idsGoOnFromTheFirst() {
        var tape = new Play("quiet", 500, 3, ExchangeTest::silent);
        var later = new Play("quiet", 500, 3, ExchangeTest::silent);
        var exchange = new Exchange(ExchangeSettings.DEFAULT.withUsers(500), quiet(), 3, 5_000, new Forward(tape));
        exchange.runUntil(exchange.startMillis() + Play.HOUR);
        later.until(1);

        assertThat(tape.events.get(0).id()).isEqualTo(5_000);
        assertThat(tape.events).hasSameSizeAs(later.events);
    }

    @Test
    void anAnswerThatNobodyWaitsForIsCountedAndIgnored() {
        var play = new Play("quiet", 500, 3, ExchangeTest::silent).until(1);
        Decided asked = play.told(Decided.class).findFirst().orElseThrow();
        Exchange exchange = play.exchange;
        long now = exchange.nowMillis();
        exchange.take(Answer.of(asked.id(), Action.BLOCK), now);
        exchange.take(Answer.of(asked.id(), Action.ALLOW), now);
        exchange.take(Answer.of(999_999_999, Action.ALLOW), now);

        assertThat(play.learned(Settlement.class))
                .containsExactly(new Settlement(
                        asked.userId(),
                        now,
                        asked.id(),
                        Disposition.REFUSED,
                        asked.amountCents(),
                        play.learned(Settlement.class).findFirst().orElseThrow().opportunityLossCents()));
        assertThat(exchange.census().repeatedAnswers()).isEqualTo(1);
        assertThat(exchange.census().unknownAnswers()).isEqualTo(1);
    }

    @Test
    void withoutAnAnswerSmallOrdersPassAndAllElseWaits() {
        var play = new Play("quiet", 2_000, 3, ExchangeTest::silent).until(0.5);
        Exchange exchange = play.exchange;
        long limit = ExchangeSettings.DEFAULT.passUnansweredOrdersUpToCents();
        long now = exchange.nowMillis();
        play.told(Decided.class).toList().forEach(event -> {
            exchange.missDeadline(event.id(), now);
            exchange.missDeadline(event.id(), now);
        });

        long small = play.told(Order.class)
                .filter(order -> order.notionalCents() <= limit)
                .count();
        long all = play.told(Decided.class).count();
        assertThat(play.learned(MissedDeadline.class)).hasSize((int) all);
        assertThat(play.learned(MissedDeadline.class).filter(MissedDeadline::passed))
                .hasSize((int) small);
        assertThat(play.learned(Settlement.class)).hasSize((int) small);
        assertThat(exchange.census().awaitingAnswers()).isEqualTo((int) (all - small));
    }

    @Test
    void aLateAnswerIsStillFollowed() {
        var play = new Play("quiet", 2_000, 3, ExchangeTest::silent).until(0.5);
        Withdrawal late = play.told(Withdrawal.class).findFirst().orElseThrow();
        long now = play.exchange.nowMillis();
        play.exchange.missDeadline(late.id(), now);
        play.exchange.take(Answer.of(late.id(), Action.ALLOW), now + 5_000);

        assertThat(play.learned(Settlement.class))
                .singleElement()
                .satisfies(settlement -> assertThat(settlement.disposition()).isEqualTo(Disposition.RELEASED))
                .satisfies(settlement -> assertThat(settlement.timeMillis()).isEqualTo(now + 5_000));
    }

    @Test
    void aHoldReleasesWhenItEndsAndCostsWhatThePriceDidMeanwhile() {
        long hold = 2 * Play.HOUR;
        Play play = Play.of(
                "crash-day",
                2_000,
                3,
                4,
                event -> Optional.of(
                        event instanceof Withdrawal
                                ? Answer.hold(event.id(), hold)
                                : Answer.of(event.id(), Action.ALLOW)));
        var before = play.told(Withdrawal.class)
                .filter(event -> event.timeMillis() < play.exchange.startMillis() + Play.HOUR / 2)
                .filter(event -> event.asset().equals("BTC"))
                .filter(event -> play.truths.stream().noneMatch(truth -> truth.eventId() == event.id()))
                .toList();

        assertThat(before)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(
                                play.learned(Settlement.class).filter(settlement -> settlement.eventId() == event.id()))
                        .singleElement()
                        .satisfies(settlement -> {
                            assertThat(settlement.timeMillis()).isEqualTo(event.timeMillis() + hold);
                            assertThat(settlement.opportunityLossCents()).isGreaterThan(event.amountCents() / 20);
                        }));
    }

    @Test
    void anExchangeCannotBeRunFromWithinWhatItTells() {
        var play = new Play("quiet", 500, 3, ExchangeTest::silent);
        var nested = new Exchange[1];
        nested[0] = new Exchange(ExchangeSettings.DEFAULT.withUsers(500), quiet(), 3, 1, new Forward(play) {
            @Override
            public void event(ExchangeEvent event) {
                nested[0].runUntil(event.timeMillis() + 1);
            }
        });

        assertThatThrownBy(() -> nested[0].runUntil(nested[0].startMillis() + Play.HOUR))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ExchangeSettings.DEFAULT.withUsers(0)).hasMessageContaining("users");
        assertThatThrownBy(() -> new ExchangeSettings(1, 61_000, 0)).hasMessageContaining("startMillis");
        assertThatThrownBy(() -> new ExchangeSettings(1, 1_767_571_200_000L, -1))
                .hasMessageContaining("Cents");
        assertThatThrownBy(() -> new Exchange(
                        ExchangeSettings.DEFAULT, quiet(), 1, 0, new Play("quiet", 1, 1, ExchangeTest::silent)))
                .hasMessageContaining("firstEventId");
    }

    private static Optional<Answer> silent(Decided event) {
        return Optional.empty();
    }

    private static Scenario quiet() {
        return new Scenario("quiet", "Quiet", "", Duration.ofHours(6), List.of());
    }

    /** Tells another tape. */
    private static class Forward implements Tape {

        private final Play other;

        Forward(Play other) {
            this.other = other;
        }

        @Override
        public void event(ExchangeEvent event) {
            other.event(event);
        }

        @Override
        public void outcome(Outcome outcome) {
            other.outcome(outcome);
        }

        @Override
        public void truth(Truth truth) {
            other.truth(truth);
        }
    }
}
