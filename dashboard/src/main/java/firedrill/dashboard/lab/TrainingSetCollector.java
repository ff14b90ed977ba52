package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.AllowAllExchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.training.TrainingSet;
import firedrill.scoring.training.TrainingSetBuilder;
import firedrill.scoring.training.UntrainableException;
import java.time.Duration;

/**
 * A point-in-time training set from simulated days.
 *
 * <p>Every request is allowed meanwhile, because a blocked request never reveals whether it was fraud.
 */
public final class TrainingSetCollector implements ExchangeListener {

    /** Progress after each simulated day. */
    @FunctionalInterface
    public interface Progress {

        /** Called with the day that ended, from 1, and the rows collected so far. */
        void dayEnded(int day, int rows);
    }

    private final TrainingSetBuilder builder;

    private TrainingSetCollector(TrainingSetBuilder builder) {
        this.builder = builder;
    }

    /**
     * Plays {@code days} days of one exchange.
     *
     * @param oneOrderIn every withdrawal is kept, and one order in so many
     * @throws UntrainableException if no row was collected
     */
    public static TrainingSet collect(
            ExchangeSettings settings, Scenario scenario, long seed, int days, int oneOrderIn, Progress progress)
            throws UntrainableException {
        var collector = new TrainingSetCollector(new TrainingSetBuilder(oneOrderIn));
        var exchange = AllowAllExchange.create(settings, scenario, seed, collector);
        exchange.publishHistory();
        for (int day = 1; day <= days; day++) {
            exchange.runUntil(exchange.startMillis() + Duration.ofDays(day).toMillis());
            progress.dayEnded(day, collector.builder.rowCount());
        }
        return collector.builder.build(exchange.nowMillis());
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
        // Training reads only what an exchange knows.
    }
}
