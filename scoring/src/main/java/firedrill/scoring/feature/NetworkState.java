package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.Windows;

/** State of one network, by logins and withdrawals: some 1 kB, and 4.4 kB more while its users need a sketch. */
public final class NetworkState extends SharedEntityState {

    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] withdrawals = StateStore.EMPTY;

    /** Fills the network's features as of before {@code event}, then updates the state. */
    public void observe(ExchangeEvent event, double[] features) {
        advanceTo(event.timeMillis());
        ExtractionPlan.NETWORK.fill(this, event, clockMillis, features);
        addUser(event);
        if (event.isWithdrawal()) {
            withdrawals = Windows.HOUR.add(withdrawals, event.timeMillis(), 1);
            risk.addEvent(event.timeMillis());
        }
    }

    /** Applies the label of an event that involved this network. */
    public void applyLabel(Label label) {
        addLabel(label);
    }

    double withdrawals1h(ExchangeEvent event, long nowMillis) {
        return Windows.HOUR.sum(withdrawals, nowMillis);
    }
}
