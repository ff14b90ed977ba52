package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Deposit;

/**
 * What is remembered of one funding source: whom it paid: some 0.5 kB, and 4.4 more while those are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class SourceState implements Fading {

    /** The latest time seen. */
    public long clockMillis = Moments.NEVER;

    public long firstSeenMillis = Moments.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = Memories.NONE;

    /** Of users, once they are many. */
    public CrowdState crowd = new CrowdState();

    public RiskState risk = new RiskState();

    /** Fills the source's features from before {@code event}, then remembers it if it is a deposit. */
    public void observe(ExchangeEvent event, double[] vector) {
        long timeMillis = event.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        risk.advanceTo(clockMillis);
        Readings.SOURCE.fill(this, event, clockMillis, vector);
        risk.saw(timeMillis);
        if (event instanceof Deposit) {
            firstSeenMillis = firstSeenMillis == Moments.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
            users = Company.OF_A_WEEK.saw(users, crowd, event.userId(), timeMillis);
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

    double confirmedShare(ExchangeEvent asked, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }
}
