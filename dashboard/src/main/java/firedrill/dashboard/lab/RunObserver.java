package firedrill.dashboard.lab;

import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Observer of a run in the lab, history included, in order of simulated time. */
public interface RunObserver {

    /** Ignores everything. */
    RunObserver NONE = new RunObserver() {};

    /** An event and its decision; null if the event requires none. */
    default void onEvent(ExchangeEvent event, @Nullable Decision decision) {}

    /** An outcome that the operator learns. */
    default void onOutcome(Outcome outcome) {}

    /** The ground truth of the event that follows. */
    default void onTruth(Truth truth) {}

    /** The probability that a user departs. */
    default void onDepartureRisk(DepartureRisk risk) {}
}
