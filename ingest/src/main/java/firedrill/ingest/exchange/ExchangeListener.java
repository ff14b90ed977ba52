package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;

/**
 * Where the exchange puts what happens, in the order in which it happens. The truth about an event comes just before the
 * event, so that whoever may know it can judge by it.
 */
public interface ExchangeListener {

    void onEvent(ExchangeEvent event);

    void onOutcome(Outcome outcome);

    void onTruth(Truth truth);
}
