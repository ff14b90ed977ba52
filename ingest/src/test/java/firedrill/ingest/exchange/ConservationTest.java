package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.ScenarioCatalogue;
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
        RandomOperator run = new RandomOperator(scenario, users, seed, whim);
        var books = new ReferenceWallets(
                run.play.exchange, seed, ScenarioCatalogue.load(scenario).priceShocks());

        run.play();

        for (Object told : run.play.records) {
            if (told instanceof ExchangeEvent event) {
                books.onEvent(event);
            } else if (told instanceof Settlement settlement) {
                books.onSettlement(settlement);
            } else if (told instanceof DepositReturn returned) {
                books.onDepositReturned(returned);
            }
        }
        books.assertEqualTo(run.play.exchange);
    }

    @Property(tries = TRIES)
    void everyUserIsActiveOrChurnsOnceAndIsSilentThen(
            @ForAll long seed, @ForAll long whim, @ForAll @IntRange(min = 1, max = 800) int users) {
        ExchangeRun play = new RandomOperator("crash-day", users, seed, whim).play();

        Set<Long> left = new HashSet<>();
        for (Object told : play.records) {
            if (told instanceof Churn departure) {
                assertThat(left.add(departure.userId())).isTrue();
            } else if (told instanceof ExchangeEvent event) {
                assertThat(left).doesNotContain(event.userId());
            }
        }
        ExchangeStatus census = play.exchange.status();
        assertThat(census.departedUsers()).isEqualTo(left.size());
        assertThat(census.activeUsers() + census.departedUsers())
                .isEqualTo(census.users())
                .isEqualTo(users);
    }

    @Property(tries = TRIES)
    void noOrderOfAChurnedUserIsFilled(@ForAll long seed, @ForAll long whim) {
        ExchangeRun play = new RandomOperator("crash-day", 800, seed, whim).play();

        Set<Long> orders = new HashSet<>();
        Set<Long> left = new HashSet<>();
        for (Object told : play.records) {
            if (told instanceof Order order) {
                orders.add(order.id());
            } else if (told instanceof Churn departure) {
                left.add(departure.userId());
            } else if (told instanceof Settlement settlement && orders.contains(settlement.eventId())) {
                assertThat(left.contains(settlement.userId()) && FILLED.contains(settlement.disposition()))
                        .as("%s after its user left", settlement)
                        .isFalse();
            }
        }
    }

    @Property(tries = TRIES)
    void recordsAreInTimeOrderWithTruthJustBeforeItsEvent(
            @ForAll long seed, @ForAll long whim, @ForAll @IntRange(min = 200, max = 800) int users) {
        ExchangeRun play = new RandomOperator("quiet", users, seed, whim).play();

        long last = play.exchange.startMillis();
        long id = 0;
        var truths = new ArrayDeque<Truth>();
        for (Object told : play.records) {
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
                    long most = event instanceof DecisionRequest decided ? decided.amountCents() : 0;
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
    private static final class RandomOperator {

        final ExchangeRun play;
        private final RandomStream whims;
        private final ArrayDeque<Long> unanswered = new ArrayDeque<>();

        RandomOperator(String scenario, int users, long seed, long whim) {
            whims = new RandomSource(whim).stream(() -> "whim");
            play = new ExchangeRun(scenario, users, seed, this::answer);
        }

        ExchangeRun play() {
            for (int minute = 1; minute <= MINUTES; minute++) {
                long now = play.exchange.startMillis() + minute * 60_000L;
                play.exchange.runUntil(now);
                for (long id : List.copyOf(unanswered)) {
                    play.exchange.applyFailMode(id, now);
                    if (whims.bernoulli(0.3, id, SingleDraw.VALUE, minute)) {
                        play.exchange.apply(answer(id), now + whims.uniformInt(500, id, SingleDraw.VALUE, 4));
                        unanswered.remove(id);
                    }
                }
            }
            return play;
        }

        private Optional<Answer> answer(DecisionRequest event) {
            if (whims.bernoulli(0.1, event.id(), SingleDraw.VALUE, 0)) {
                unanswered.add(event.id());
                return Optional.empty();
            }
            if (event.id() > 1 && whims.bernoulli(0.05, event.id(), SingleDraw.VALUE, 1)) {
                play.exchange.apply(Answer.of(event.id() - 1, Action.ALLOW), event.timeMillis());
            }
            return Optional.of(answer(event.id()));
        }

        private Answer answer(long id) {
            Action action = Action.values()[whims.uniformInt(Action.values().length, id, SingleDraw.VALUE, 2)];
            long holdMillis = action == Action.HOLD ? 1 + whims.uniformInt(3 * 3_600_000, id, SingleDraw.VALUE, 3) : 0;
            return new Answer(id, action, holdMillis, action == Action.LIMIT ? 1 + id % 900_000 : 0);
        }
    }
}
