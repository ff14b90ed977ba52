package firedrill.dashboard.lab;

import java.util.Locale;

/**
 * One thing that an expert would look at before believing the simulator.
 *
 * @param id number of the expert's question and a letter: {@code 3a}
 * @param name what was measured
 * @param value what came out
 * @param bound what would be believed
 */
public record Check(String id, String name, double value, String bound, boolean pass) {

    static Check between(String id, String name, double value, double low, double high) {
        return new Check(id, name, value, text(low) + " to " + text(high), value >= low && value <= high);
    }

    static Check atLeast(String id, String name, double value, double low) {
        return new Check(id, name, value, "at least " + text(low), value >= low);
    }

    static Check atMost(String id, String name, double value, double high) {
        return new Check(id, name, value, "at most " + text(high), value <= high);
    }

    static Check exactly(String id, String name, double value, double expected) {
        return new Check(id, name, value, "exactly " + text(expected), value == expected);
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) ? String.format(Locale.ROOT, "%.0f", bound) : Double.toString(bound);
    }
}
