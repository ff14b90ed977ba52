package firedrill.scoring.training;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.Tape;
import firedrill.ingest.incident.Scenarios;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An exchange where everything is let through, recorded: what training is fed with. */
final class AllowAll implements Tape {

    private final TrainingSetBuilder builder;
    private final Set<Long> frauds = new HashSet<>();
    private Optional<Exchange> exchange = Optional.empty();

    private AllowAll(TrainingSetBuilder builder) {
        this.builder = builder;
    }

    /** A quiet time of {@code length}, one order in {@code oneOrderIn} kept. */
    static AllowAll of(long seed, int users, Duration length, int oneOrderIn) throws Exception {
        AllowAll recorded = new AllowAll(new TrainingSetBuilder(oneOrderIn));
        Exchange exchange =
                new Exchange(ExchangeSettings.DEFAULT.withUsers(users), Scenarios.named("quiet"), seed, 1, recorded);
        recorded.exchange = Optional.of(exchange);
        exchange.tellHistory();
        exchange.runUntil(exchange.startMillis() + length.toMillis());
        return recorded;
    }

    TrainingSetBuilder builder() {
        return builder;
    }

    boolean isFraud(long eventId) {
        return frauds.contains(eventId);
    }

    long nowMillis() {
        return exchange.orElseThrow().nowMillis();
    }

    @Override
    public void event(ExchangeEvent event) {
        builder.event(event);
        if (event.awaitsAnswer()) {
            exchange.orElseThrow().take(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
        }
    }

    @Override
    public void outcome(Outcome outcome) {
        builder.outcome(outcome);
    }

    @Override
    public void truth(Truth truth) {
        frauds.add(truth.eventId());
    }
}
