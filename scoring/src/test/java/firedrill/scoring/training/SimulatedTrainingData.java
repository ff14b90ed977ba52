package firedrill.scoring.training;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.AllowAllExchange;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Training data of an exchange that allows every request, with the true labels. */
final class SimulatedTrainingData implements ExchangeListener {

    private final TrainingSetBuilder builder;
    private final Set<Long> frauds = new HashSet<>();
    private long nowMillis;

    private SimulatedTrainingData(TrainingSetBuilder builder) {
        this.builder = builder;
    }

    /** A quiet time of {@code length}, one order in {@code orderSamplingInterval} kept. */
    static SimulatedTrainingData of(long seed, int users, Duration length, int orderSamplingInterval) throws Exception {
        SimulatedTrainingData recorded = new SimulatedTrainingData(new TrainingSetBuilder(orderSamplingInterval));
        Exchange exchange = AllowAllExchange.create(
                ExchangeSettings.DEFAULT.withUsers(users), ScenarioCatalogue.load("quiet"), seed, recorded);
        exchange.publishHistory();
        exchange.runUntil(exchange.startMillis() + length.toMillis());
        recorded.nowMillis = exchange.nowMillis();
        return recorded;
    }

    TrainingSetBuilder builder() {
        return builder;
    }

    boolean isFraud(long eventId) {
        return frauds.contains(eventId);
    }

    long nowMillis() {
        return nowMillis;
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        builder.observeEvent(event);
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
