package firedrill.ingest.exchange;

import static firedrill.ingest.exchange.Recording.always;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Deposit;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.Departure;
import firedrill.ingest.event.Outcome.MissedDeadline;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenario;
import firedrill.ingest.incident.Scenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final long START = Recording.SMALL.startMillis();

    @Test
    void theSameSeedAndAnswersGiveTheSameTape() {
        var first = Recording.of(scenario("crash-day"), 7, TWO_HOURS, always(Action.STEP_UP));
        var second = Recording.of(scenario("crash-day"), 7, TWO_HOURS, always(Action.STEP_UP));

        assertThat(second.events).isEqualTo(first.events);
        assertThat(second.outcomes).isEqualTo(first.outcomes);
        assertThat(second.truths).isEqualTo(first.truths);
    }

    @Test
    void anotherSeedIsAnotherWorld() {
        var first = Recording.of(scenario("quiet"), 1, TWO_HOURS, always(Action.ALLOW));
        var second = Recording.of(scenario("quiet"), 2, TWO_HOURS, always(Action.ALLOW));

        assertThat(second.events).isNotEqualTo(first.events);
    }

    @Test
    void eventsComeInTimeOrderWithRisingIds() {
        var events = Recording.of(scenario("crash-day"), 3, TWO_HOURS, always(Action.BLOCK)).events;

        assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.timeMillis(), b.timeMillis()));
        assertThat(events.stream().mapToLong(ExchangeEvent::id).toArray())
                .isEqualTo(LongStream.rangeClosed(1, events.size()).toArray());
    }

    @Test
    void whatNobodyInfluencedIsTheSameUnderEveryOperator() {
        var allowed = Recording.of(scenario("quiet"), 5, TWO_HOURS, always(Action.ALLOW));
        var blocked = Recording.of(scenario("quiet"), 5, TWO_HOURS, always(Action.BLOCK));
        var left = blocked.outcomes.stream()
                .filter(outcome -> outcome instanceof Departure)
                .map(outcome -> outcome.userId())
                .collect(Collectors.toSet());

        assertThat(deposits(blocked, left)).isEqualTo(deposits(allowed, left));
    }

    private static List<String> deposits(Recording recording, Set<Long> butNotOf) {
        return recording.events.stream()
                .filter(event -> event instanceof Deposit && !butNotOf.contains(event.userId()))
                .map(event -> event.userId() + " " + event.timeMillis() + " " + ((Deposit) event).amountCents())
                .toList();
    }

    @Property(tries = 12)
    void everyRequestEndsAtMostOnceAndMoneyIsConserved(@ForAll @IntRange(max = 1_000) int seed) {
        var recording = Recording.of(scenario("crash-day"), seed, TWO_HOURS, mixed(seed));
        var settled = new HashSet<Long>();
        for (var outcome : recording.outcomes) {
            if (outcome instanceof Settlement settlement) {
                assertThat(settled.add(settlement.eventId())).isTrue();
            }
        }
        long asked =
                recording.events.stream().filter(ExchangeEvent::awaitsAnswer).count();

        assertThat(settled.size() + recording.exchange().census().pending()).isEqualTo(asked);
        assertThat(worth(recording))
                .allSatisfy((user, cents) -> assertThat(cents).isNotNegative());
    }

    /** By user: what came in less what went out, from the balance stated on the first withdrawal on. */
    private static Map<Long, Long> worth(Recording recording) {
        var released = recording.outcomes.stream()
                .filter(outcome -> outcome instanceof Settlement s && s.disposition() == Disposition.RELEASED)
                .map(outcome -> ((Settlement) outcome).eventId())
                .collect(Collectors.toSet());
        var worth = new HashMap<Long, Long>();
        for (var event : recording.events) {
            if (event instanceof Withdrawal withdrawal && !withdrawal.settled()) {
                worth.putIfAbsent(withdrawal.userId(), withdrawal.balanceCents());
                if (released.contains(withdrawal.id())) {
                    worth.merge(withdrawal.userId(), -withdrawal.amountCents(), Long::sum);
                }
            } else if (event instanceof Deposit deposit && deposit.timeMillis() >= START) {
                worth.computeIfPresent(deposit.userId(), (user, cents) -> cents + deposit.amountCents());
            }
        }
        return worth;
    }

    private static Function<Decided, Answer> mixed(long seed) {
        return event -> {
            var action = Action.values()[(int) Math.floorMod(event.userId() * 31 + event.amountCents() + seed, 4L)];
            return always(action).apply(event);
        };
    }

    @Property(tries = 8)
    void aUserWhoLeftDoesNothingMore(@ForAll @IntRange(max = 1_000) int seed) {
        var recording = Recording.of(scenario("quiet"), seed, Duration.ofHours(4), always(Action.BLOCK));
        var leftAt = new HashMap<Long, Long>();
        for (var outcome : recording.outcomes) {
            if (outcome instanceof Departure) {
                assertThat(leftAt.put(outcome.userId(), outcome.timeMillis())).isNull();
            }
        }

        assertThat(recording.events)
                .allSatisfy(event -> assertThat(event.timeMillis())
                        .isLessThanOrEqualTo(leftAt.getOrDefault(event.userId(), Long.MAX_VALUE)));
        assertThat(recording.exchange().census().left())
                .isEqualTo(leftAt.size())
                .isPositive();
    }

    @Test
    void inACrashPeopleMoveMoneyBothWaysAndFraudDoesNotRise() {
        var quiet = Recording.of(scenario("quiet"), 11, TWO_HOURS, always(Action.ALLOW));
        var crash = Recording.of(scenario("crash-day"), 11, TWO_HOURS, always(Action.ALLOW));

        assertThat(inTheFall(crash, Withdrawal.class) / inTheFall(quiet, Withdrawal.class))
                .isBetween(3.0, 10.0);
        assertThat(inTheFall(crash, Deposit.class) / inTheFall(quiet, Deposit.class))
                .isBetween(1.5, 6.0);
        assertThat(crash.truths.size()).isBetween(quiet.truths.size() - 2, quiet.truths.size() + 2);
    }

    private static double inTheFall(Recording recording, Class<? extends ExchangeEvent> kind) {
        long from = START + Duration.ofMinutes(60).toMillis();
        long to = START + Duration.ofMinutes(80).toMillis();
        return recording.events.stream()
                .filter(kind::isInstance)
                .filter(event -> event.timeMillis() >= from && event.timeMillis() < to)
                .count();
    }

    @Test
    void theTruthOfAnEventIsToldBeforeIt() {
        var recording = Recording.of(scenario("quiet"), 5, Duration.ofHours(6), always(Action.ALLOW));
        var asked = recording.events.stream()
                .filter(ExchangeEvent::awaitsAnswer)
                .map(ExchangeEvent::id)
                .collect(Collectors.toSet());

        assertThat(recording.truths).isNotEmpty().allSatisfy(truth -> {
            assertThat(asked).contains(truth.eventId());
            assertThat(truth.typology()).isEqualTo("account-takeover");
        });
    }

    @Test
    void historyIsSettledAndBeforeTheStart() {
        var history = Recording.of(scenario("quiet"), 5, Duration.ofSeconds(1), always(Action.ALLOW)).events.stream()
                .filter(event -> event.timeMillis() < START)
                .toList();

        assertThat(history).hasSizeGreaterThan(4 * Recording.SMALL.users());
        assertThat(history).noneMatch(ExchangeEvent::awaitsAnswer);
    }

    @Test
    void withoutAnAnswerSmallOrdersPassAndTheRestWaits() {
        var outcomes = new ArrayList<MissedDeadline>();
        var asked = new HashMap<Long, Decided>();
        var tape = new Tape() {
            @Override
            public void event(ExchangeEvent event) {
                if (event.awaitsAnswer()) {
                    asked.put(event.id(), (Decided) event);
                }
            }

            @Override
            public void outcome(Outcome outcome) {
                if (outcome instanceof MissedDeadline missed) {
                    outcomes.add(missed);
                }
            }

            @Override
            public void truth(Truth truth) {}
        };
        var exchange = new Exchange(Recording.SMALL, scenario("quiet"), 5, 1, tape);
        exchange.runUntil(START + 600_000);
        asked.keySet().forEach(id -> exchange.missDeadline(id, exchange.nowMillis()));
        exchange.runUntil(exchange.nowMillis());

        Predicate<MissedDeadline> shouldPass = missed -> asked.get(missed.eventId()) instanceof Order order
                && order.notionalCents() <= Recording.SMALL.passingOrderCents();
        assertThat(outcomes)
                .hasSize(asked.size())
                .allSatisfy(missed -> assertThat(missed.passed()).isEqualTo(shouldPass.test(missed)));
        long waiting = outcomes.stream().filter(missed -> !missed.passed()).count();
        assertThat(exchange.census().pending()).isEqualTo((int) waiting);
    }

    private static Scenario scenario(String id) {
        try {
            return Scenarios.named(id);
        } catch (BadScenarioException broken) {
            throw new AssertionError(broken);
        }
    }
}
