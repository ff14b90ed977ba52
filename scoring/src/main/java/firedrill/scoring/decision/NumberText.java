package firedrill.scoring.decision;

/**
 * Formats numbers for phrases: commas between thousands, a point before the tenth. It does not use {@code
 * String.format}, which parses its pattern on each call and takes longer than the rest of a decision.
 */
final class NumberText {

    private static final int GROUP = 3;
    private static final long TENTHS = 10;

    /** {@code value} to the nearest whole number, halves up. */
    static String whole(double value) {
        return grouped(Math.round(value));
    }

    /** {@code value} to the nearest tenth, halves away from zero. */
    static String tenths(double value) {
        long tenths = Math.round(Math.abs(value) * TENTHS);
        return (value < 0 && tenths > 0 ? "-" : "") + grouped(tenths / TENTHS) + "." + tenths % TENTHS;
    }

    private static String grouped(long whole) {
        StringBuilder text = new StringBuilder(Long.toString(whole));
        int first = whole < 0 ? 1 : 0;
        for (int comma = text.length() - GROUP; comma > first; comma -= GROUP) {
            text.insert(comma, ',');
        }
        return text.toString();
    }

    private NumberText() {}
}
