package firedrill.scoring.feature;

import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.Windows;
import java.time.Duration;

/**
 * Unit, scale and window of a feature.
 *
 * @param missing value where nothing is known, or where the feature does not apply
 * @param window length of history that counts; zero if none or unlimited
 * @param granularity by how much the covered history may fall short of the window
 */
record Measure(String unit, Scale scale, double missing, Duration window, Duration granularity) {

    /** 1 or 0. */
    static final Measure FLAG = new Measure("flag", Scale.LINEAR, 0, Windows.NONE, Duration.ZERO);

    static final Measure NUMBER = new Measure("count", Scale.LOG, 0, Windows.NONE, Duration.ZERO);
    static final Measure USD = new Measure("usd", Scale.LOG, 0, Windows.NONE, Duration.ZERO);
    /** Mostly in [0, 1]. */
    static final Measure FRACTION = new Measure("fraction", Scale.LINEAR, 0, Windows.NONE, Duration.ZERO);

    static final Measure RATIO = new Measure("ratio", Scale.LOG, 1, Windows.NONE, Duration.ZERO);
    /** Age in minutes, capped at seven days. */
    static final Measure MINUTES =
            new Measure("minutes", Scale.LOG, Windows.AGE_LIMIT_MINUTES, Windows.AGE_LIMIT, Duration.ZERO);

    static final Measure DAYS = new Measure("days", Scale.LOG, 0, Windows.NONE, Duration.ZERO);
    static final Measure RANK = new Measure("rank", Scale.LINEAR, 0, Windows.NONE, Duration.ZERO);
    /** Basis points of a distance, which is never negative. */
    static final Measure BPS = new Measure("bps", Scale.LOG, 0, Windows.NONE, Duration.ZERO);

    /** Basis points of a rate. */
    static final Measure RATE_BPS = new Measure("bps", Scale.LINEAR, 1, Windows.NONE, Duration.ZERO);

    /** Standard deviations. */
    static final Measure SIGMA = new Measure("sigma", Scale.LINEAR, 0, Windows.NONE, Duration.ZERO);

    /** To the millisecond. */
    Measure within(Duration length) {
        return new Measure(unit, scale, missing, length, Duration.ZERO);
    }

    /** To a tile. */
    Measure within(TiledWindow tiles) {
        return new Measure(unit, scale, missing, tiles.length(), Duration.ofMillis(tiles.tileMillis()));
    }

    Measure withMissing(double value) {
        return new Measure(unit, scale, value, window, granularity);
    }
}
