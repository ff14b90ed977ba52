package firedrill.scoring.feature.window;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Cyclical encoding of the time of day as a point on the unit circle, to the minute. */
public final class TimeOfDayEncoding {

    private static final int MINUTES = 24 * 60;
    private static final long MINUTE_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private static final double[] COSINES = IntStream.range(0, MINUTES)
            .mapToDouble(minute -> StrictMath.cos(2 * Math.PI * minute / MINUTES))
            .toArray();
    private static final double[] SINES = IntStream.range(0, MINUTES)
            .mapToDouble(minute -> StrictMath.sin(2 * Math.PI * minute / MINUTES))
            .toArray();

    public static double cosine(long timeMillis) {
        return COSINES[minuteOf(timeMillis)];
    }

    public static double sine(long timeMillis) {
        return SINES[minuteOf(timeMillis)];
    }

    private static int minuteOf(long timeMillis) {
        return Math.floorMod(Math.floorDiv(timeMillis, MINUTE_MILLIS), MINUTES);
    }

    private TimeOfDayEncoding() {}
}
