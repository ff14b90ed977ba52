package firedrill.scoring.training;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An exchange where everything is let through, recorded: what training is fed with. */
final class AllowAllExchange implements ExchangeListener {

    private final TrainingSetBuilder builder;
    private final Set<Long> frauds = new HashSet<>();
    private Optional<Exchange> exchange = Optional.empty();

    private AllowAllExchange(TrainingSetBuilder builder) {
        this.builder = builder;
    }

    /** A quiet time of {@code length}, one order in {@code oneOrderIn} kept. */
    static AllowAllExchange of(long seed, int users, Duration length, int oneOrderIn) throws Exception {
        AllowAllExchange recorded = new AllowAllExchange(new TrainingSetBuilder(oneOrderIn));
        Exchange exchange = new Exchange(
                ExchangeSettings.DEFAULT.withUsers(users), ScenarioCatalogue.load("quiet"), seed, 1, recorded);
        recorded.exchange = Optional.of(exchange);
        exchange.publishHistory();
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
    public void onEvent(ExchangeEvent event) {
        builder.observeEvent(event);
        if (event.requiresDecision()) {
            exchange.orElseThrow().apply(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
        }
    }

    @Override
    public void onOutcome(Outcome outcome) {
        builder.observeOutcome(outcome);
    }

    @Override
    public void onTruth(Truth truth) {
        frauds.add(truth.eventId());
    }
}
