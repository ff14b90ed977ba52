package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.cluster.AddressCluster;

/**
 * What is remembered of one address outside the exchange: who withdrew to it, from where and how much: some 2 kB, and 4.4 more
 * while its users are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class AddressState implements Fading {

    /** The latest time seen. */
    public long clockMillis = Moments.NEVER;

    public long firstSeenMillis = Moments.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = Memories.NONE;

    /** A set, as {@link RecentIds} lays it out. */
    public long[] devices = Memories.NONE;

    /** Of users, once they are many. */
    public CrowdState crowd = new CrowdState();

    public RiskState risk = new RiskState();
    public ClusterState cluster = new ClusterState();
    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] receivedCents = Memories.NONE;

    /** Fills the address's features from before {@code event}, then remembers it; only withdrawals have an address. */
    public void observe(ExchangeEvent event, double[] vector) {
        if (!(event instanceof Withdrawal withdrawal)) {
            return;
        }
        long timeMillis = withdrawal.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        risk.advanceTo(clockMillis);
        Readings.ADDRESS.fill(this, event, clockMillis, vector);
        firstSeenMillis = firstSeenMillis == Moments.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
        users = Company.OF_A_WEEK.saw(users, crowd, withdrawal.userId(), timeMillis);
        if (withdrawal.deviceId() != 0) {
            devices = RecentIds.saw(devices, withdrawal.deviceId(), timeMillis);
        }
        risk.saw(timeMillis);
        receivedCents = Windows.DAY.add(receivedCents, timeMillis, Money.summable(withdrawal.amountCents()));
    }

    @Override
    public long lastSeenMillis() {
        return clockMillis;
    }

    /** Learns that an event which went through it was fraud. */
    public void learn(Label label) {
        risk.learn(label.eventMillis(), label.countsFromMillis());
    }

    /** Hears of the cluster that it belongs to. */
    public void hear(AddressCluster news) {
        cluster.hear(news);
    }

    double ageMinutes(Withdrawal asked, long nowMillis) {
        return Moments.minutesSince(firstSeenMillis, nowMillis, 0);
    }

    double otherUsers7d(Withdrawal asked, long nowMillis) {
        return Company.OF_A_WEEK.others(users, crowd, asked.userId(), nowMillis);
    }

    double otherDevices7d(Withdrawal asked, long nowMillis) {
        return Sharing.othersSince(devices, asked.deviceId(), nowMillis, Windows.WEEK);
    }

    double otherUsers1h(Withdrawal asked, long nowMillis) {
        return Sharing.othersSince(users, asked.userId(), nowMillis, Windows.HOUR.length());
    }

    double receivedUsd24h(Withdrawal asked, long nowMillis) {
        return Money.dollars(Windows.DAY.sum(receivedCents, nowMillis));
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
