package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.state.Label;

/** State of one device: some 0.5 kB, and 4.4 kB more while its users need a sketch. */
public final class DeviceState extends SharedEntityState {

    /**
     * Fills the device's features as of before {@code event}, then updates the state; ignores an event without a
     * device.
     */
    public void observe(ExchangeEvent event, double[] features) {
        if (event.deviceId() == 0) {
            return;
        }
        advanceTo(event.timeMillis());
        ExtractionPlan.DEVICE.fill(this, event, clockMillis, features);
        addUser(event);
        if (event.isWithdrawal()) {
            risk.addEvent(event.timeMillis());
        }
    }

    /** Applies the label of an event that involved this device. */
    public void applyLabel(Label label) {
        addLabel(label);
    }
}
