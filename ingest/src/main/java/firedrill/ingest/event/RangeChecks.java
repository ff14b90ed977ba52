package firedrill.ingest.event;

/**
 * The bounds of every field that comes from a topic, in one place, and the checks of the records that keep them; each
 * message carries the name and the value at fault. A record outside its bounds cannot be made, by a decoder or by a
 * simulation.
 *
 * <p>Times are further bounded by the {@link RunClock} of the run.
 */
public final class RangeChecks {

    /** 1 January 2100, UTC milliseconds: later times are mistakes, and their differences would overflow. */
    private static final long MAX_TIME_MILLIS = 4_102_444_800_000L;

    /** A hundred trillion dollars in cents, more than the richest user of the parameters' ranges; sums saturate above. */
    public static final long MAX_CENTS = 10_000_000_000_000_000L;

    /** Upper bound of a market measure, in its own unit: far above what a market shows, and its powers are finite. */
    public static final double MAX_MEASURE = 1e12;

    /** Characters of an asset, a symbol, a typology, or another name. */
    public static final int MAX_NAME_CHARS = 64;

    /** Characters of an actor, an order id or the name of a model. */
    public static final int MAX_LABEL_CHARS = 256;

    /** Characters of a reason or an explanation. */
    public static final int MAX_TEXT_CHARS = 1_024;

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

    /** Money that may be 0, in cents. */
    public static void requireCents(long value, String name) {
        requireNonNegative(value, name);
        if (value > MAX_CENTS) {
            throw new IllegalArgumentException(name + " must be at most " + MAX_CENTS + ", was " + value);
        }
    }

    /** Money that moves, in cents: above 0. */
    public static void requirePositiveCents(long value, String name) {
        requirePositive(value, name);
        requireCents(value, name);
    }

    /** A balance in cents that is at least the amount which leaves it. */
    static void requireCover(long balanceCents, long amountCents) {
        requireCents(balanceCents, "balanceCents");
        if (balanceCents < amountCents) {
            throw new IllegalArgumentException(
                    "balanceCents " + balanceCents + " must cover amountCents " + amountCents);
        }
    }

    static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        if (Math.abs(value) > MAX_MEASURE) {
            throw new IllegalArgumentException(
                    name + " must lie in [-" + MAX_MEASURE + ", " + MAX_MEASURE + "], was " + value);
        }
    }

    /** Simulated UTC milliseconds. */
    public static void requireTime(long millis, String name) {
        if (millis < 0 || millis >= MAX_TIME_MILLIS) {
            throw new IllegalArgumentException(name + " must lie between 1970 and 2100, was " + millis);
        }
    }

    /** A length of time, at least 0, that leaves a time within its range when it is added to one. */
    static void requireDuration(long millis, String name) {
        if (millis < 0 || millis >= MAX_TIME_MILLIS) {
            throw new IllegalArgumentException(
                    name + " must be at least 0 and below " + MAX_TIME_MILLIS + ", was " + millis);
        }
    }

    /** A name of at most {@link #MAX_NAME_CHARS} characters; the message tells its length, not the name. */
    public static void requireName(String value, String name) {
        requireLength(value, MAX_NAME_CHARS, name);
    }

    /** A text of at most {@code maxChars} characters; the message tells its length, not the text. */
    public static void requireLength(String value, int maxChars, String name) {
        if (value.length() > maxChars) {
            throw new IllegalArgumentException(
                    name + " must have at most " + maxChars + " characters, had " + value.length());
        }
    }

    private RangeChecks() {}
}
