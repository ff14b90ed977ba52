package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;

/** Where the exchange puts what happens, in the order in which it happens; the truth of an event comes before it. */
public interface Tape {

    void event(ExchangeEvent event);

    void outcome(Outcome outcome);

    void truth(Truth truth);
}
