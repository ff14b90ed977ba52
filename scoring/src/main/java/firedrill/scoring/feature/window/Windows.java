package firedrill.scoring.feature.window;

import java.time.Duration;

/**
 * Windows of the features. Their lengths and tiles are part of every trained model's contract and of the savepoint
 * layout.
 */
public final class Windows {

    /** No window: the event alone, or the whole state. */
    public static final Duration NONE = Duration.ZERO;

    public static final TiledWindow MINUTE =
            new TiledWindow(Duration.ofSeconds(5).toMillis(), 12);
    public static final TiledWindow FIVE_MINUTES =
            new TiledWindow(Duration.ofSeconds(30).toMillis(), 10);
    public static final TiledWindow HOUR = new TiledWindow(Duration.ofMinutes(1).toMillis(), 60);
    public static final TiledWindow DAY = new TiledWindow(Duration.ofMinutes(30).toMillis(), 48);

    /** A day in a quarter of the memory, for rings that every user has. */
    public static final TiledWindow COARSE_DAY =
            new TiledWindow(Duration.ofHours(2).toMillis(), 12);

    public static final TiledWindow COARSE_WEEK =
            new TiledWindow(Duration.ofHours(12).toMillis(), 14);

    public static final TiledWindow MONTH = new TiledWindow(Duration.ofDays(2).toMillis(), 15);

    /** Tiles of sketches, which are larger than numbers. */
    public static final TiledWindow SKETCH_WEEK =
            new TiledWindow(Duration.ofDays(1).toMillis(), 7);

    public static final TiledWindow SKETCH_MINUTE =
            new TiledWindow(Duration.ofSeconds(10).toMillis(), 6);

    /** Cap of ages: a job with a week of history gives the same ages as one that has run for a year. */
    public static final Duration AGE_LIMIT = Duration.ofDays(7);

    public static final double AGE_LIMIT_MINUTES = AGE_LIMIT.toMinutes();

    private Windows() {}
}
