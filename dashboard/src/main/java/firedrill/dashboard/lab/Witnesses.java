package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.Decision;
import org.jspecify.annotations.Nullable;

/** Two who watch the same run. */
final class Witnesses {

    static Witness both(Witness one, Witness other) {
        return new Witness() {
            @Override
            public void event(ExchangeEvent event, @Nullable Decision decision) {
                one.event(event, decision);
                other.event(event, decision);
            }

            @Override
            public void outcome(Outcome outcome) {
                one.outcome(outcome);
                other.outcome(outcome);
            }

            @Override
            public void truth(Truth truth) {
                one.truth(truth);
                other.truth(truth);
            }
        };
    }

    private Witnesses() {}
}
