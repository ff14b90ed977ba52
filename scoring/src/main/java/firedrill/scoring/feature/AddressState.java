package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.state.Expiring;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.BoundedDistinctCount;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.UsdAmounts;
import firedrill.scoring.feature.window.Windows;
import firedrill.scoring.graph.AddressClusterUpdate;

/**
 * What is remembered of one address outside the exchange: who withdrew to it, from where and how much: some 2 kB, and 4.4 more
 * while its users are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class AddressState implements Expiring {

    /** The latest time seen. */
    public long clockMillis = EventTimes.NEVER;

    public long firstSeenMillis = EventTimes.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = StateStore.EMPTY;

    /** A set, as {@link RecentIds} lays it out. */
    public long[] devices = StateStore.EMPTY;

    /** Of users, once they are many. */
    public SketchState crowd = new SketchState();

    public RiskState risk = new RiskState();
    public ClusterState cluster = new ClusterState();
    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] receivedCents = StateStore.EMPTY;

    /** Fills the address's features from before {@code event}, then remembers it; only withdrawals have an address. */
    public void observe(ExchangeEvent event, double[] vector) {
        if (!(event instanceof Withdrawal withdrawal)) {
            return;
        }
        long timeMillis = withdrawal.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        risk.advanceTo(clockMillis);
        ExtractionPlan.ADDRESS.fill(this, event, clockMillis, vector);
        firstSeenMillis = firstSeenMillis == EventTimes.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
        users = DistinctCounter.WEEKLY.add(users, crowd, withdrawal.userId(), timeMillis);
        if (withdrawal.deviceId() != 0) {
            devices = RecentIds.add(devices, withdrawal.deviceId(), timeMillis);
        }
        risk.addEvent(timeMillis);
        receivedCents = Windows.DAY.add(receivedCents, timeMillis, UsdAmounts.capCents(withdrawal.amountCents()));
    }

    @Override
    public long lastSeenMillis() {
        return clockMillis;
    }

    /** Learns that an event which went through it was fraud. */
    public void applyLabel(Label label) {
        risk.addLabel(label.eventMillis(), label.effectiveFromMillis());
    }

    /** Hears of the cluster that it belongs to. */
    public void applyCluster(AddressClusterUpdate news) {
        cluster.applyCluster(news);
    }

    double ageMinutes(Withdrawal asked, long nowMillis) {
        return EventTimes.minutesSince(firstSeenMillis, nowMillis, 0);
    }

    double otherUsers7d(Withdrawal asked, long nowMillis) {
        return DistinctCounter.WEEKLY.countOthers(users, crowd, asked.userId(), nowMillis);
    }

    double otherDevices7d(Withdrawal asked, long nowMillis) {
        return BoundedDistinctCount.countOthers(devices, asked.deviceId(), nowMillis, Windows.AGE_LIMIT);
    }

    double otherUsers1h(Withdrawal asked, long nowMillis) {
        return BoundedDistinctCount.countOthers(users, asked.userId(), nowMillis, Windows.HOUR.length());
    }

    double receivedUsd24h(Withdrawal asked, long nowMillis) {
        return UsdAmounts.toUsd(Windows.DAY.sum(receivedCents, nowMillis));
    }

    double confirmedShare(Withdrawal asked, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }

    double clusterUsers(Withdrawal asked, long nowMillis) {
        return cluster.users(nowMillis);
    }

    double clusterAgeMinutes(Withdrawal asked, long nowMillis) {
        return cluster.ageMinutes(nowMillis);
    }

    double clusterExclusivity(Withdrawal asked, long nowMillis) {
        return cluster.exclusivity(nowMillis);
    }

    double clusterConfirmedShare(Withdrawal asked, long nowMillis) {
        return cluster.confirmedShare(nowMillis);
    }
}
