package firedrill.scoring.feature.window;

import java.time.Duration;

/** How far back the features look. */
public final class Windows {

    /** Not a window: the event alone, or all that is remembered. */
    public static final Duration NONE = Duration.ZERO;

    public static final TiledWindow MINUTE =
            new TiledWindow(Duration.ofSeconds(5).toMillis(), 12);
    public static final TiledWindow FIVE_MINUTES =
            new TiledWindow(Duration.ofSeconds(30).toMillis(), 10);
    public static final TiledWindow HOUR = new TiledWindow(Duration.ofMinutes(1).toMillis(), 60);
    public static final TiledWindow DAY = new TiledWindow(Duration.ofMinutes(30).toMillis(), 48);

    /** A day in a quarter of the memory, for what is wanted of every user. */
    public static final TiledWindow COARSE_DAY =
            new TiledWindow(Duration.ofHours(2).toMillis(), 12);

    public static final TiledWindow COARSE_WEEK =
            new TiledWindow(Duration.ofHours(12).toMillis(), 14);

    public static final TiledWindow MONTH = new TiledWindow(Duration.ofDays(2).toMillis(), 15);

    /** Of sketches, which are larger than a number. */
    public static final TiledWindow SKETCH_WEEK =
            new TiledWindow(Duration.ofDays(1).toMillis(), 7);

    public static final TiledWindow SKETCH_MINUTE =
            new TiledWindow(Duration.ofSeconds(10).toMillis(), 6);

    /**
     * Ages stop here, so that a scorer that has heard a week of
     * history reads them as one that has run for a year.
     */
    public static final Duration AGE_LIMIT = Duration.ofDays(7);

    public static final double AGE_LIMIT_MINUTES = AGE_LIMIT.toMinutes();

    private Windows() {}
}
