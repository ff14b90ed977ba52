package firedrill.scoring.feature;

import java.time.Duration;

/** How far back the features look. */
final class Windows {

    /** Not a window: the event alone, or all that is remembered. */
    static final Duration NONE = Duration.ZERO;

    static final TiledWindow HOUR = new TiledWindow(Duration.ofMinutes(1).toMillis(), 60);
    static final TiledWindow DAY = new TiledWindow(Duration.ofMinutes(30).toMillis(), 48);

    /**
     * The longest anything but a usual amount is remembered. Ages stop here, so that a scorer that has heard a week of
     * history reads them as one that has run for a year.
     */
    static final Duration WEEK = Duration.ofDays(7);

    private Windows() {}
}
