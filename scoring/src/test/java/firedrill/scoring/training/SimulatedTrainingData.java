package firedrill.scoring.training;

import firedrill.ingest.exchange.AllowAllExchange;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Training data of an exchange that allows every request, with the true labels. */
final class SimulatedTrainingData {

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
                ExchangeSettings.DEFAULT.withUsers(users), ScenarioCatalogue.load("quiet"), seed, recorded.listener());
        exchange.publishHistory();
        exchange.runUntil(exchange.startMillis() + length.toMillis());
        recorded.nowMillis = exchange.nowMillis();
        return recorded;
    }

    private ExchangeListener listener() {
        return ExchangeListener.of(
                builder::observeEvent, builder::observeOutcome, truth -> frauds.add(truth.eventId()));
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
}
