package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Whoever watches a run in the lab, history included; in the order in which things happen. */
public interface Witness {

    /** Nobody. */
    Witness NOBODY = new Witness() {};

    /** An event, and what was decided about it; null if nobody waited for a decision. */
    default void event(ExchangeEvent event, @Nullable Decision decision) {}

    /** What the operator learned. */
    default void outcome(Outcome outcome) {}

    /** What really happened; comes just before the event that it is about. */
    default void truth(Truth truth) {}
}
