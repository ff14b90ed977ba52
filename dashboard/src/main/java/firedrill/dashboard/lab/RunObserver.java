package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Whoever watches a run in the lab, history included; in the order in which things happen. */
public interface RunObserver {

    /** Nobody. */
    RunObserver NONE = new RunObserver() {};

    /** An event, and what was decided about it; null if nobody waited for a decision. */
    default void onEvent(ExchangeEvent event, @Nullable Decision decision) {}

    /** What the operator learned. */
    default void onOutcome(Outcome outcome) {}

    /** What really happened; comes just before the event that it is about. */
    default void onTruth(Truth truth) {}
}
