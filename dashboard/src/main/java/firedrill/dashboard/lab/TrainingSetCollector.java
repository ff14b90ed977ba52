package firedrill.dashboard.lab;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.Scenario;
import firedrill.scoring.training.TrainingSet;
import firedrill.scoring.training.TrainingSetBuilder;
import firedrill.scoring.training.UntrainableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Exchange exchange;

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
        var exchange = new Exchange(settings, scenario, seed, 1, collector);
        collector.exchange = exchange;
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
        if (exchange != null && event.requiresDecision()) {
            exchange.apply(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
        }
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
