package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.state.Expiring;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;
import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.Windows;

/**
 * What is remembered of one network: who logs in and withdraws from it: some 1 kB, and 4.4 more while its
 * users are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class NetworkState implements Expiring {

    /** The latest time seen. */
    public long clockMillis = EventTimes.NEVER;

    public long firstSeenMillis = EventTimes.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = StateStore.EMPTY;

    /** Of users, once they are many. */
    public SketchState crowd = new SketchState();

    public RiskState risk = new RiskState();
    /** A ring, as {@link TiledWindow} lays it out. */
    public long[] withdrawals = StateStore.EMPTY;

    /** Fills the network's features from before {@code event}, then remembers it. */
    public void observe(ExchangeEvent event, double[] vector) {
        long timeMillis = event.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        risk.advanceTo(clockMillis);
        ExtractionPlan.NETWORK.fill(this, event, clockMillis, vector);
        firstSeenMillis = firstSeenMillis == EventTimes.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
        users = DistinctCounter.WEEKLY.add(users, crowd, event.userId(), timeMillis);
        if (event instanceof Withdrawal) {
            withdrawals = Windows.HOUR.add(withdrawals, timeMillis, 1);
            risk.addEvent(timeMillis);
        }
    }

    @Override
    public long lastSeenMillis() {
        return clockMillis;
    }

    /** Learns that an event which went through it was fraud. */
    public void applyLabel(Label label) {
        risk.addLabel(label.eventMillis(), label.effectiveFromMillis());
    }

    double ageMinutes(ExchangeEvent asked, long nowMillis) {
        return EventTimes.minutesSince(firstSeenMillis, nowMillis, 0);
    }

    double otherUsers7d(ExchangeEvent asked, long nowMillis) {
        return DistinctCounter.WEEKLY.countOthers(users, crowd, asked.userId(), nowMillis);
    }

    double withdrawals1h(ExchangeEvent asked, long nowMillis) {
        return Windows.HOUR.sum(withdrawals, nowMillis);
    }

    double confirmedShare(ExchangeEvent asked, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }
}
