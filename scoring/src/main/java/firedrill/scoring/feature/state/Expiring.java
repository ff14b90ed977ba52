package firedrill.scoring.feature.state;

import firedrill.scoring.feature.window.EventTimes;
import firedrill.scoring.feature.window.Windows;
import java.time.Duration;

/**
 * What is remembered of something that may never come again, a device, a network, a source of money or an address: after
 * {@link #RETENTION} of silence it is as if it had never been seen.
 *
 * <p>It is forgotten at the next sight at the latest, by the time of events, so that nobody can tell when whoever keeps it
 * made room; labels that come later than that after their events are not passed on to it. So what is kept of such
 * things need not be more than a month's.
 */
public interface Expiring {

    /** As long as the longest window, and as clusters remember who used what. */
    Duration RETENTION = Windows.MONTH.length();

    /** The latest time seen, {@link EventTimes#NEVER} if none was. */
    long lastSeenMillis();

    /** Whether an event of {@code nowMillis} meets a stranger. */
    default boolean isExpired(long nowMillis) {
        return lastSeenMillis() != EventTimes.NEVER && lastSeenMillis() < EventTimes.minus(nowMillis, RETENTION);
    }
}
