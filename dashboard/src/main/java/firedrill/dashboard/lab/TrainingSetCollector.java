package firedrill.dashboard.lab;

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
public final class TrainingSetCollector {

    /** Progress after each simulated day. */
    @FunctionalInterface
    public interface Progress {

        /** Called with the day that ended, from 1, and the rows collected so far. */
        void dayEnded(int day, int rows);
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
        var builder = new TrainingSetBuilder(oneOrderIn);
        // Training reads only what an exchange knows, so no ground truth.
        var listener = ExchangeListener.of(builder::observeEvent, builder::observeOutcome, truth -> {});
        var exchange = AllowAllExchange.create(settings, scenario, seed, listener);
        exchange.publishHistory();
        for (int day = 1; day <= days; day++) {
            exchange.runUntil(exchange.startMillis() + Duration.ofDays(day).toMillis());
            progress.dayEnded(day, builder.rowCount());
        }
        return builder.build(exchange.nowMillis());
    }

    private TrainingSetCollector() {}
}
