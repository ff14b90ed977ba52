package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run of an exchange under an operator who answers at once, and everything it told. */
final class Play implements Tape {

    static final long HOUR = 3_600_000;
    static final Function<Decided, Optional<Answer>> ALLOW_ALL = all(Action.ALLOW);
    static final Function<Decided, Optional<Answer>> BLOCK_ALL = all(Action.BLOCK);

    final Exchange exchange;
    final List<ExchangeEvent> events = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Truth> truths = new ArrayList<>();
    /** Events, outcomes and truths in the order in which they were told. */
    final List<Object> all = new ArrayList<>();

    private final Function<Decided, Optional<Answer>> operator;

    Play(String scenario, int users, long seed, Function<Decided, Optional<Answer>> operator) {
        this(scenario, ExchangeSettings.DEFAULT.withUsers(users), seed, operator);
    }

    Play(String scenario, ExchangeSettings settings, long seed, Function<Decided, Optional<Answer>> operator) {
        this.operator = operator;
        try {
            exchange = new Exchange(settings, Scenarios.named(scenario), seed, 1, this);
        } catch (BadScenarioException bad) {
            throw new AssertionError(bad);
        }
    }

    static Function<Decided, Optional<Answer>> all(Action action) {
        return event -> Optional.of(Answer.of(event.id(), action));
    }

    static Play of(String scenario, int users, long seed, double hours, Function<Decided, Optional<Answer>> operator) {
        return new Play(scenario, users, seed, operator).until(hours);
    }

    Play until(double hours) {
        exchange.runUntil(exchange.startMillis() + (long) (hours * HOUR));
        return this;
    }

    <E extends ExchangeEvent> Stream<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    <O extends Outcome> Stream<O> learned(Class<O> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void event(ExchangeEvent event) {
        events.add(event);
        all.add(event);
        if (event.awaitsAnswer()) {
            operator.apply((Decided) event).ifPresent(answer -> exchange.take(answer, event.timeMillis()));
        }
    }

    @Override
    public void outcome(Outcome outcome) {
        outcomes.add(outcome);
        all.add(outcome);
    }

    @Override
    public void truth(Truth truth) {
        truths.add(truth);
        all.add(truth);
    }
}
