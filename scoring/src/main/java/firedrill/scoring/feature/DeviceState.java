package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.feature.state.Expiring;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;

/**
 * What is remembered of one device: who used it: some 0.5 kB, and 4.4 more while its users are a crowd.
 *
 * <p>A Flink POJO, as {@link UserState} is, with the same rule for late events.
 */
public final class DeviceState implements Expiring {

    /** The latest time seen. */
    public long clockMillis = EventTimes.NEVER;

    public long firstSeenMillis = EventTimes.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = StateStore.EMPTY;

    /** Of users, once they are many. */
    public SketchState crowd = new SketchState();

    public RiskState risk = new RiskState();

    /** Fills the device's features from before {@code event}, then remembers it; an event without one is left alone. */
    public void observe(ExchangeEvent event, double[] vector) {
        if (event.deviceId() == 0) {
            return;
        }
        long timeMillis = event.timeMillis();
        clockMillis = Math.max(clockMillis, timeMillis);
        risk.advanceTo(clockMillis);
        ExtractionPlan.DEVICE.fill(this, event, clockMillis, vector);
        firstSeenMillis = firstSeenMillis == EventTimes.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
        users = DistinctCounter.WEEKLY.add(users, crowd, event.userId(), timeMillis);
        if (event instanceof Withdrawal) {
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

    double confirmedShare(ExchangeEvent asked, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }
}
