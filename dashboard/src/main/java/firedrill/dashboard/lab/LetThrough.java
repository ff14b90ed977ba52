package firedrill.dashboard.lab;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.Tape;
import firedrill.ingest.incident.Scenario;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs an exchange that lets everything through: what is refused never tells whether it was fraud. */
public final class LetThrough {

    /**
     * Runs the exchange for {@code days} days; {@code witness} hears everything, {@code progress} each day that is over.
     *
     * @return simulated milliseconds when it ended
     */
    public static long run(
            ExchangeSettings settings, Scenario scenario, long seed, int days, Witness witness, IntConsumer progress) {
        var tape = new AllowingTape(witness);
        var exchange = new Exchange(settings, scenario, seed, 1, tape);
        tape.exchange = exchange;
        exchange.tellHistory();
        for (int day = 1; day <= days; day++) {
            exchange.runUntil(exchange.startMillis() + Duration.ofDays(day).toMillis());
            progress.accept(day);
        }
        return exchange.nowMillis();
    }

    /** Lets everything through, and tells. */
    private static final class AllowingTape implements Tape {

        private final Witness witness;
        private @Nullable Exchange exchange;

        AllowingTape(Witness witness) {
            this.witness = witness;
        }

        @Override
        public void event(ExchangeEvent event) {
            witness.event(event, null);
            if (exchange != null && event.awaitsAnswer()) {
                exchange.take(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            witness.outcome(outcome);
        }

        @Override
        public void truth(Truth truth) {
            witness.truth(truth);
        }
    }

    private LetThrough() {}
}
