package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run of an exchange under an operator who answers at once, and everything it told. */
final class ExchangeRun implements ExchangeListener {

    static final long HOUR = 3_600_000;
    static final Function<DecisionRequest, Optional<Answer>> ALLOW_ALL = answerAll(Action.ALLOW);
    static final Function<DecisionRequest, Optional<Answer>> BLOCK_ALL = answerAll(Action.BLOCK);

    final Exchange exchange;
    final List<ExchangeEvent> events = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Truth> truths = new ArrayList<>();
    /** Events, outcomes and truths in the order in which they were told. */
    final List<Object> records = new ArrayList<>();

    private final Function<DecisionRequest, Optional<Answer>> operator;

    ExchangeRun(String scenario, int users, long seed, Function<DecisionRequest, Optional<Answer>> operator) {
        this(scenario, ExchangeSettings.DEFAULT.withUsers(users), seed, operator);
    }

    ExchangeRun(
            String scenario,
            ExchangeSettings settings,
            long seed,
            Function<DecisionRequest, Optional<Answer>> operator) {
        this.operator = operator;
        try {
            exchange = new Exchange(settings, ScenarioCatalogue.load(scenario), seed, 1, this);
        } catch (BadScenarioException bad) {
            throw new AssertionError(bad);
        }
    }

    static Function<DecisionRequest, Optional<Answer>> answerAll(Action action) {
        return event -> Optional.of(Answer.of(event.id(), action));
    }

    static ExchangeRun of(
            String scenario, int users, long seed, double hours, Function<DecisionRequest, Optional<Answer>> operator) {
        return new ExchangeRun(scenario, users, seed, operator).runUntilHour(hours);
    }

    ExchangeRun runUntilHour(double hours) {
        exchange.runUntil(exchange.startMillis() + (long) (hours * HOUR));
        return this;
    }

    <E extends ExchangeEvent> Stream<E> eventsOf(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    <O extends Outcome> Stream<O> outcomesOf(Class<O> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        events.add(event);
        records.add(event);
        if (event.requiresDecision()) {
            operator.apply((DecisionRequest) event).ifPresent(answer -> exchange.apply(answer, event.timeMillis()));
        }
    }

    @Override
    public void onOutcome(Outcome outcome) {
        outcomes.add(outcome);
        records.add(outcome);
    }

    @Override
    public void onTruth(Truth truth) {
        truths.add(truth);
        records.add(truth);
    }
}
