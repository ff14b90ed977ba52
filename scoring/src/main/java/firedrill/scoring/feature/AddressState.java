package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.BoundedDistinctCount;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.UsdAmounts;
import firedrill.scoring.feature.window.Windows;
import firedrill.scoring.graph.AddressClusterUpdate;

/** State of one external withdrawal address: some 2 kB, and 4.4 kB more while its users need a sketch. */
public final class AddressState extends SharedEntityState {

    /** A set, as {@link RecentIds} lays it out. */
    public long[] devices = StateStore.EMPTY;

    public ClusterState cluster = new ClusterState();
    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] receivedCents = StateStore.EMPTY;

    /**
     * Fills the address's features as of before {@code event}, then updates the state; only withdrawals have an
     * address.
     */
    public void observe(ExchangeEvent event, double[] features) {
        event.asWithdrawal().ifPresent(withdrawal -> observe(withdrawal, features));
    }

    private void observe(Withdrawal withdrawal, double[] features) {
        long timeMillis = withdrawal.timeMillis();
        advanceTo(timeMillis);
        ExtractionPlan.ADDRESS.fill(this, withdrawal, clockMillis, features);
        addUser(withdrawal);
        if (withdrawal.deviceId() != 0) {
            devices = RecentIds.add(devices, withdrawal.deviceId(), timeMillis);
        }
        risk.addEvent(timeMillis);
        receivedCents = Windows.DAY.add(receivedCents, timeMillis, UsdAmounts.capCents(withdrawal.amountCents()));
    }

    /** Applies the label of an event that involved this address. */
    public void applyLabel(Label label) {
        addLabel(label);
    }

    /** Applies an update of the cluster that the address belongs to. */
    public void applyCluster(AddressClusterUpdate update) {
        cluster.applyCluster(update);
    }

    double otherDevices7d(Withdrawal event, long nowMillis) {
        return BoundedDistinctCount.countOthers(devices, event.deviceId(), nowMillis, Windows.AGE_LIMIT);
    }

    double otherUsers1h(Withdrawal event, long nowMillis) {
        return BoundedDistinctCount.countOthers(users, event.userId(), nowMillis, Windows.HOUR.length());
    }

    double receivedUsd24h(Withdrawal event, long nowMillis) {
        return UsdAmounts.toUsd(Windows.DAY.sum(receivedCents, nowMillis));
    }

    double clusterUsers(Withdrawal event, long nowMillis) {
        return cluster.users(nowMillis);
    }

    double clusterAgeMinutes(Withdrawal event, long nowMillis) {
        return cluster.ageMinutes(nowMillis);
    }

    double clusterExclusivity(Withdrawal event, long nowMillis) {
        return cluster.exclusivity(nowMillis);
    }

    double clusterConfirmedShare(Withdrawal event, long nowMillis) {
        return cluster.confirmedShare(nowMillis);
    }
}
