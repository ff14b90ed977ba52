package firedrill.ingest.exchange;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that allows every request at once. Training, evaluation and audits use it, because a blocked request never
 * reveals whether it was fraud.
 */
public final class AllowAllExchange {

    /** Makes an exchange whose requests are allowed; {@code observer} receives each event before its request is answered. */
    public static Exchange create(ExchangeSettings settings, Scenario scenario, long seed, ExchangeListener observer) {
        var listener = new AllowAllListener(observer);
        var exchange = new Exchange(settings, scenario, seed, 1, listener);
        listener.exchange = exchange;
        return exchange;
    }

    private static final class AllowAllListener implements ExchangeListener {

        private final ExchangeListener observer;
        private @Nullable Exchange exchange;

        AllowAllListener(ExchangeListener observer) {
            this.observer = observer;
        }

        @Override
        public void onEvent(ExchangeEvent event) {
            observer.onEvent(event);
            if (exchange != null && event.requiresDecision()) {
                exchange.apply(Answer.of(event.id(), Action.ALLOW), event.timeMillis());
            }
        }

        @Override
        public void onOutcome(Outcome outcome) {
            observer.onOutcome(outcome);
        }

        @Override
        public void onTruth(Truth truth) {
            observer.onTruth(truth);
        }

        @Override
        public void onDepartureRisk(DepartureRisk risk) {
            observer.onDepartureRisk(risk);
        }
    }

    private AllowAllExchange() {}
}
