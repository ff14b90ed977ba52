package firedrill.scoring.feature;

import java.time.Duration;

/** How far back the features look. */
final class Windows {

    /** Not a window: the event alone, or all that is remembered. */
    static final Duration NONE = Duration.ZERO;

    static final TiledWindow MINUTE = new TiledWindow(Duration.ofSeconds(5).toMillis(), 12);
    static final TiledWindow FIVE_MINUTES =
            new TiledWindow(Duration.ofSeconds(30).toMillis(), 10);
    static final TiledWindow HOUR = new TiledWindow(Duration.ofMinutes(1).toMillis(), 60);
    static final TiledWindow DAY = new TiledWindow(Duration.ofMinutes(30).toMillis(), 48);

    /** A day in a quarter of the memory, for what is wanted of every user. */
    static final TiledWindow DAY_ROUGHLY = new TiledWindow(Duration.ofHours(2).toMillis(), 12);

    static final TiledWindow WEEK_ROUGHLY = new TiledWindow(Duration.ofHours(12).toMillis(), 14);

    static final TiledWindow MONTH = new TiledWindow(Duration.ofDays(2).toMillis(), 15);

    /** Of sketches, which are larger than a number. */
    static final TiledWindow WEEK_OF_DAYS = new TiledWindow(Duration.ofDays(1).toMillis(), 7);

    static final TiledWindow MINUTE_ROUGHLY =
            new TiledWindow(Duration.ofSeconds(10).toMillis(), 6);

    /**
     * Ages stop here, so that a scorer that has heard a week of
     * history reads them as one that has run for a year.
     */
    static final Duration WEEK = Duration.ofDays(7);

    static final double WEEK_MINUTES = WEEK.toMinutes();

    private Windows() {}
}
