package firedrill.ingest.exchange;

import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import java.util.function.Consumer;

/**
 * Receives events, outcomes and ground truth in order of occurrence; the truth of an event precedes the event.
 */
public interface ExchangeListener {

    void onEvent(ExchangeEvent event);

    void onOutcome(Outcome outcome);

    void onTruth(Truth truth);

    /** Receives the probability that a user departs; most listeners know no probabilities. */
    default void onDepartureRisk(DepartureRisk risk) {}

    /** A listener that passes each kind of record to one function. */
    static ExchangeListener of(
            Consumer<? super ExchangeEvent> events,
            Consumer<? super Outcome> outcomes,
            Consumer<? super Truth> truths) {
        return new ExchangeListener() {
            @Override
            public void onEvent(ExchangeEvent event) {
                events.accept(event);
            }

            @Override
            public void onOutcome(Outcome outcome) {
                outcomes.accept(outcome);
            }

            @Override
            public void onTruth(Truth truth) {
                truths.accept(truth);
            }
        };
    }
}
