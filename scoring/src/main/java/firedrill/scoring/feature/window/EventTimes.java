package firedrill.scoring.feature.window;

import java.time.Duration;

/** Saturating arithmetic on event times. */
public final class EventTimes {

    /** Time of an event that has not happened. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final double MILLIS_PER_MINUTE = Duration.ofMinutes(1).toMillis();
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    /** Minutes from {@code thenMillis} to {@code nowMillis}, in [0, a week]; {@code ifNever} if it never happened. */
    public static double minutesSince(long thenMillis, long nowMillis, double ifNever) {
        if (thenMillis == NEVER) {
            return ifNever;
        }
        double minutes = ((double) nowMillis - (double) thenMillis) / MILLIS_PER_MINUTE;
        return Math.min(Math.max(minutes, 0), Windows.AGE_LIMIT_MINUTES);
    }

    /** Days from {@code thenMillis} to {@code nowMillis}, at least 0. */
    public static double daysSince(long thenMillis, long nowMillis) {
        return Math.max(((double) nowMillis - (double) thenMillis) / MILLIS_PER_DAY, 0);
    }

    /** {@code nowMillis} less {@code window}; {@code Long.MIN_VALUE} instead of an overflow. */
    public static long minus(long nowMillis, Duration window) {
        return Math.max(nowMillis, Long.MIN_VALUE + window.toMillis()) - window.toMillis();
    }

    private EventTimes() {}
}
