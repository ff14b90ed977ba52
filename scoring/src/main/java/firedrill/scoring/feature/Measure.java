package firedrill.scoring.feature;

import firedrill.scoring.feature.window.TiledWindow;
import firedrill.scoring.feature.window.Windows;
import java.time.Duration;

/**
 * What a feature's number is.
 *
 * @param missing its value where nothing is known, or where it does not apply
 * @param window how far it looks back; zero if it does not, or if it has no limit
 * @param granularity how much less than the window it may look back, at the worst
 */
record Measure(String unit, Scale scale, double missing, Duration window, Duration granularity) {

    /** 1 or 0. */
    static final Measure FLAG = new Measure("flag", Scale.LINEAR, 0, Windows.NONE, Duration.ZERO);

    static final Measure NUMBER = new Measure("count", Scale.LOG, 0, Windows.NONE, Duration.ZERO);
    static final Measure USD = new Measure("usd", Scale.LOG, 0, Windows.NONE, Duration.ZERO);
    /** In [0, 1] as a rule. */
    static final Measure FRACTION = new Measure("fraction", Scale.LINEAR, 0, Windows.NONE, Duration.ZERO);

    static final Measure RATIO = new Measure("ratio", Scale.LOG, 1, Windows.NONE, Duration.ZERO);
    /** Since something happened; a week ago is as long ago as anything. */
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
