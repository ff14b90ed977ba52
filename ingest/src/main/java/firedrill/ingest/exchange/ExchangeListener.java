package firedrill.ingest.exchange;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;

/**
 * Receives events, outcomes and ground truth in order of occurrence; the truth of an event precedes the event.
 */
public interface ExchangeListener {

    void onEvent(ExchangeEvent event);

    void onOutcome(Outcome outcome);

    void onTruth(Truth truth);
}
