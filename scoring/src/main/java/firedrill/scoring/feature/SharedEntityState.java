package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.state.Expiring;
import firedrill.scoring.feature.state.Label;
import firedrill.scoring.feature.state.StateStore;
import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.RecentIds;

/**
 * State of an entity that several users can share: its age, its users and its share of confirmed fraud.
 *
 * <p>Base of Flink POJOs, as {@link UserState} is, with the same rule for late events.
 */
public abstract class SharedEntityState implements Expiring {

    /** The latest event time seen. */
    public long clockMillis = EventTimes.NEVER;

    public long firstSeenMillis = EventTimes.NEVER;
    /** A set, as {@link RecentIds} lays it out. */
    public long[] users = StateStore.EMPTY;

    /** Distinct users beyond the capacity of {@link #users}. */
    public SketchState sketch = new SketchState();

    public RiskState risk = new RiskState();

    @Override
    public final long lastSeenMillis() {
        return clockMillis;
    }

    /**
     * Applies the label of an event that involved this entity.
     *
     * <p>Every subclass has a public method of its own for it: a serializable method reference to an inherited method
     * may be deserialized as that of another subclass (JDK-8208752).
     */
    final void addLabel(Label label) {
        risk.addLabel(label.eventMillis(), label.effectiveFromMillis());
    }

    /** Moves the clock to an event; labels that are effective by then count from here on. */
    final void advanceTo(long timeMillis) {
        clockMillis = Math.max(clockMillis, timeMillis);
        risk.advanceTo(clockMillis);
    }

    final void addUser(ExchangeEvent event) {
        long timeMillis = event.timeMillis();
        firstSeenMillis = firstSeenMillis == EventTimes.NEVER ? timeMillis : Math.min(firstSeenMillis, timeMillis);
        users = DistinctCounter.WEEKLY.add(users, sketch, event.userId(), timeMillis);
    }

    final double ageMinutes(ExchangeEvent event, long nowMillis) {
        return EventTimes.minutesSince(firstSeenMillis, nowMillis, 0);
    }

    final double otherUsers7d(ExchangeEvent event, long nowMillis) {
        return DistinctCounter.WEEKLY.countOthers(users, sketch, event.userId(), nowMillis);
    }

    final double confirmedShare(ExchangeEvent event, long nowMillis) {
        return risk.confirmedShare(nowMillis);
    }
}
