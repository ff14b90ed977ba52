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
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs an exchange that lets everything through: what is refused never tells whether it was fraud. */
public final class AllowAllRun {

    /**
     * Runs the exchange for {@code days} days; {@code witness} hears everything, {@code progress} each day that is over.
     *
     * @return simulated milliseconds when it ended
     */
    public static long run(
            ExchangeSettings settings,
            Scenario scenario,
            long seed,
            int days,
            RunObserver witness,
            IntConsumer progress) {
        var tape = new AllowAllListener(witness);
        var exchange = new Exchange(settings, scenario, seed, 1, tape);
        tape.exchange = exchange;
        exchange.publishHistory();
        for (int day = 1; day <= days; day++) {
            exchange.runUntil(exchange.startMillis() + Duration.ofDays(day).toMillis());
            progress.accept(day);
        }
        return exchange.nowMillis();
    }

    /** Lets everything through, and tells. */
    private static final class AllowAllListener implements ExchangeListener {

        private final RunObserver witness;
        private @Nullable Exchange exchange;

        AllowAllListener(RunObserver witness) {
            this.witness = witness;
        }

        @Override
        public void onEvent(ExchangeEvent event) {
            witness.onEvent(event, null);
            if (exchange != null && event.requiresDecision()) {
                exchange.apply(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
            }
        }

        @Override
        public void onOutcome(Outcome outcome) {
            witness.onOutcome(outcome);
        }

        @Override
        public void onTruth(Truth truth) {
            witness.onTruth(truth);
        }
    }

    private AllowAllRun() {}
}
