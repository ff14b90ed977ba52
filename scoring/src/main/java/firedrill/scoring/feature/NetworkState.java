package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;

/**
 * What is remembered of one network: who logs in and withdraws from it: some 1 kB, and 4.4 more while its
 * users are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class NetworkState implements Fading {

    /** The latest time seen. */
    public long clockMillis = Moments.NEVER;

    public long firstSeenMillis = Moments.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = Memories.NONE;

    /** Of users, once they are many. */
    public CrowdState crowd = new CrowdState();

    public RiskState risk = new RiskState();
    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] withdrawals = Memories.NONE;

    /** Fills the network's features from before {@code event}, then remembers it. */
    public void observe(ExchangeEvent event, double[] vector) {
        long timeMillis = event.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        risk.advanceTo(clockMillis);
        Readings.NETWORK.fill(this, event, clockMillis, vector);
        firstSeenMillis = firstSeenMillis == Moments.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
        users = Company.OF_A_WEEK.saw(users, crowd, event.userId(), timeMillis);
        if (event instanceof Withdrawal) {
            withdrawals = Windows.HOUR.add(withdrawals, timeMillis, 1);
            risk.saw(timeMillis);
        }
    }

    @Override
    public long lastSeenMillis() {
        return clockMillis;
    }

    /** Learns that an event which went through it was fraud. */
    public void learn(Label label) {
        risk.learn(label.eventMillis(), label.countsFromMillis());
    }

    double ageMinutes(ExchangeEvent asked, long nowMillis) {
        return Moments.minutesSince(firstSeenMillis, nowMillis, 0);
    }

    double otherUsers7d(ExchangeEvent asked, long nowMillis) {
        return Company.OF_A_WEEK.others(users, crowd, asked.userId(), nowMillis);
    }

    double withdrawals1h(ExchangeEvent asked, long nowMillis) {
        return Windows.HOUR.sum(withdrawals, nowMillis);
    }

    double confirmedShare(ExchangeEvent asked, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }
}
