package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.incident.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A tape that keeps everything and has every request answered at once. */
final class Recording implements Tape {

    static final ExchangeSettings SMALL = ExchangeSettings.DEFAULT.withUsers(2_000);

    final List<ExchangeEvent> events = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Truth> truths = new ArrayList<>();
    private final Function<Decided, Answer> operator;
    private @Nullable Exchange exchange;

    private Recording(Function<Decided, Answer> operator) {
        this.operator = operator;
    }

    static Function<Decided, Answer> always(Action action) {
        return event -> new Answer(event.id(), action, action == Action.HOLD ? 1_800_000 : 0);
    }

    static Recording of(Scenario scenario, long seed, Duration length, Function<Decided, Answer> operator) {
        var recording = new Recording(operator);
        var exchange = new Exchange(SMALL, scenario, seed, 1, recording);
        recording.exchange = exchange;
        exchange.tellHistory();
        exchange.runUntil(exchange.startMillis() + length.toMillis());
        return recording;
    }

    Exchange exchange() {
        return Objects.requireNonNull(exchange);
    }

    @Override
    public void event(ExchangeEvent event) {
        events.add(event);
        if (event.awaitsAnswer()) {
            exchange().take(operator.apply((Decided) event), event.timeMillis());
        }
    }

    @Override
    public void outcome(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void truth(Truth truth) {
        truths.add(truth);
    }
}
