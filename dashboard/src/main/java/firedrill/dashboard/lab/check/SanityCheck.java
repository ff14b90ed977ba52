package firedrill.dashboard.lab.check;

import java.util.Locale;

/**
 * A figure of the simulator with its bound.
 *
 * @param id number of the check and a letter: {@code 3a}
 * @param name measured quantity
 * @param value measured value
 * @param bound accepted range
 */
public record SanityCheck(String id, String name, double value, String bound, boolean pass) {

    static SanityCheck between(String id, String name, double value, double low, double high) {
        return new SanityCheck(id, name, value, text(low) + " to " + text(high), value >= low && value <= high);
    }

    static SanityCheck atLeast(String id, String name, double value, double low) {
        return new SanityCheck(id, name, value, "at least " + text(low), value >= low);
    }

    static SanityCheck atMost(String id, String name, double value, double high) {
        return new SanityCheck(id, name, value, "at most " + text(high), value <= high);
    }

    static SanityCheck exactly(String id, String name, double value, double expected) {
        return new SanityCheck(id, name, value, "exactly " + text(expected), value == expected);
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) ? String.format(Locale.ROOT, "%.0f", bound) : Double.toString(bound);
    }
}
