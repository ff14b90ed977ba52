package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.DepositReturned;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenarios;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every seed and whatever the operator does. */
class ConservationTest {

    private static final int TRIES = 25;
    private static final int MINUTES = 150;
    private static final Set<Disposition> FILLED = Set.of(Disposition.RELEASED, Disposition.LIMITED);

    @Property(tries = TRIES)
    void everyDollarIsAccountedFor(
            @ForAll long seed, @ForAll long whim, @ForAll @IntRange(min = 1, max = 800) int users)
            throws BadScenarioException {
        String scenario = whim % 2 == 0 ? "quiet" : "crash-day";
        Whimsical run = new Whimsical(scenario, users, seed, whim);
        var books = new ShadowBooks(
                run.play.exchange, seed, Scenarios.named(scenario).timeline());

        run.play();

        for (Object told : run.play.all) {
            if (told instanceof ExchangeEvent event) {
                books.event(event);
            } else if (told instanceof Settlement settlement) {
                books.settlement(settlement);
            } else if (told instanceof DepositReturned returned) {
                books.returned(returned);
            }
        }
        books.assertEqualTo(run.play.exchange);
    }

    @Property(tries = TRIES)
    void everyUserIsActiveOrHasLeftOnceAndIsSilentThen(
            @ForAll long seed, @ForAll long whim, @ForAll @IntRange(min = 1, max = 800) int users) {
        Play play = new Whimsical("crash-day", users, seed, whim).play();

        Set<Long> left = new HashSet<>();
        for (Object told : play.all) {
            if (told instanceof Departure departure) {
                assertThat(left.add(departure.userId())).isTrue();
            } else if (told instanceof ExchangeEvent event) {
                assertThat(left).doesNotContain(event.userId());
            }
        }
        Census census = play.exchange.census();
        assertThat(census.left()).isEqualTo(left.size());
        assertThat(census.active() + census.left()).isEqualTo(census.users()).isEqualTo(users);
    }

    @Property(tries = TRIES)
    void noOrderOfAUserWhoLeftIsFilled(@ForAll long seed, @ForAll long whim) {
        Play play = new Whimsical("crash-day", 800, seed, whim).play();

        Set<Long> orders = new HashSet<>();
        Set<Long> left = new HashSet<>();
        for (Object told : play.all) {
            if (told instanceof Order order) {
                orders.add(order.id());
            } else if (told instanceof Departure departure) {
                left.add(departure.userId());
            } else if (told instanceof Settlement settlement && orders.contains(settlement.eventId())) {
                assertThat(left.contains(settlement.userId()) && FILLED.contains(settlement.disposition()))
                        .as("%s after its user left", settlement)
                        .isFalse();
            }
        }
    }

    @Property(tries = TRIES)
    void everythingIsToldInTimeOrderAndTruthJustBeforeItsEvent(
            @ForAll long seed, @ForAll long whim, @ForAll @IntRange(min = 200, max = 800) int users) {
        Play play = new Whimsical("quiet", users, seed, whim).play();

        long last = play.exchange.startMillis();
        long id = 0;
        var truths = new ArrayDeque<Truth>();
        for (Object told : play.all) {
            long time = timeOf(told);
            assertThat(time).isGreaterThanOrEqualTo(last);
            last = time;
            if (told instanceof Truth truth) {
                truths.add(truth);
            } else if (told instanceof ExchangeEvent event) {
                assertThat(event.id()).isEqualTo(++id);
                Truth truth = truths.poll();
                if (truth != null) {
                    assertThat(truth.eventId()).isEqualTo(id);
                    long most = event instanceof ExchangeEvent.Decided decided ? decided.amountCents() : 0;
                    assertThat(truth.atRiskCents()).isBetween(0L, most);
                }
            }
        }
        assertThat(last).isLessThanOrEqualTo(play.exchange.nowMillis());
    }

    private static long timeOf(Object told) {
        if (told instanceof ExchangeEvent event) {
            return event.timeMillis();
        }
        return told instanceof Outcome outcome ? outcome.timeMillis() : ((Truth) told).timeMillis();
    }

    /** An operator who does anything: any action, any hold, late answers, no answers, the same answer twice. */
    private static final class Whimsical {

        final Play play;
        private final Draws whims;
        private final ArrayDeque<Long> unanswered = new ArrayDeque<>();

        Whimsical(String scenario, int users, long seed, long whim) {
            whims = new Chance(whim).about("whim");
            play = new Play(scenario, users, seed, this::answer);
        }

        Play play() {
            for (int minute = 1; minute <= MINUTES; minute++) {
                long now = play.exchange.startMillis() + minute * 60_000L;
                play.exchange.runUntil(now);
                for (long id : List.copyOf(unanswered)) {
                    play.exchange.missDeadline(id, now);
                    if (whims.happens(0.3, id, minute)) {
                        play.exchange.take(answer(id), now + whims.below(500, id, 4));
                        unanswered.remove(id);
                    }
                }
            }
            return play;
        }

        private Optional<Answer> answer(Decided event) {
            if (whims.happens(0.1, event.id(), 0)) {
                unanswered.add(event.id());
                return Optional.empty();
            }
            if (event.id() > 1 && whims.happens(0.05, event.id(), 1)) {
                play.exchange.take(Answer.of(event.id() - 1, Action.ALLOW), event.timeMillis());
            }
            return Optional.of(answer(event.id()));
        }

        private Answer answer(long id) {
            Action action = Action.values()[whims.below(Action.values().length, id, 2)];
            long holdMillis = action == Action.HOLD ? 1 + whims.below(3 * 3_600_000, id, 3) : 0;
            return new Answer(id, action, holdMillis, action == Action.LIMIT ? 1 + id % 900_000 : 0);
        }
    }
}
