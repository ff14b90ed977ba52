package firedrill.ingest.event;

/** Range checks of the records of this package; each message carries the name and the value at fault. */
public final class RangeChecks {

    /** 1 January 2100, UTC milliseconds: later times are mistakes, and their differences would overflow. */
    private static final long MAX_TIME_MILLIS = 4_102_444_800_000L;

    public static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
    }

    public static void requireNonNegative(long value, String name) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, was " + value);
        }
    }

    static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
    }

    static void requireTime(long millis, String name) {
        if (millis < 0 || millis >= MAX_TIME_MILLIS) {
            throw new IllegalArgumentException(name + " must lie between 1970 and 2100, was " + millis);
        }
    }

    private RangeChecks() {}
}
