package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.state.Label;

/** State of one funding source: some 0.5 kB, and 4.4 kB more while its users need a sketch. */
public final class SourceState extends SharedEntityState {

    /** Fills the source's features as of before {@code event}, then updates the state; only deposits add a user. */
    public void observe(ExchangeEvent event, double[] features) {
        advanceTo(event.timeMillis());
        ExtractionPlan.SOURCE.fill(this, event, clockMillis, features);
        risk.addEvent(event.timeMillis());
        if (event.isDeposit()) {
            addUser(event);
        }
    }

    /** Applies the label of an event that involved this source. */
    public void applyLabel(Label label) {
        addLabel(label);
    }
}
