package firedrill.dashboard.lab;

import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Combination of observers. */
public final class RunObservers {

    public static RunObserver combine(RunObserver one, RunObserver other) {
        return new RunObserver() {
            @Override
            public void onEvent(ExchangeEvent event, @Nullable Decision decision) {
                one.onEvent(event, decision);
                other.onEvent(event, decision);
            }

            @Override
            public void onOutcome(Outcome outcome) {
                one.onOutcome(outcome);
                other.onOutcome(outcome);
            }

            @Override
            public void onTruth(Truth truth) {
                one.onTruth(truth);
                other.onTruth(truth);
            }

            @Override
            public void onDepartureRisk(DepartureRisk risk) {
                one.onDepartureRisk(risk);
                other.onDepartureRisk(risk);
            }
        };
    }

    private RunObservers() {}
}
