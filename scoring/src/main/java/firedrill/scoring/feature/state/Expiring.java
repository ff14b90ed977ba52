package firedrill.scoring.feature.state;

import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.Windows;
import java.time.Duration;

/**
 * State that expires after {@link #RETENTION} without events: of a device, a network, a funding source or an address.
 *
 * <p>Expiry is evaluated in event time at the next access, and labels older than the retention are not applied, so the
 * time of eviction has no effect on features.
 */
public interface Expiring {

    /** As long as the longest window, and as the links of the cluster detector. */
    Duration RETENTION = Windows.MONTH.length();

    /** The latest event time seen; {@link EventTimes#NEVER} before the first event. */
    long lastSeenMillis();

    /** Whether an event at {@code nowMillis} starts from an empty state. */
    default boolean isExpired(long nowMillis) {
        return lastSeenMillis() != EventTimes.NEVER && lastSeenMillis() < EventTimes.minus(nowMillis, RETENTION);
    }
}
