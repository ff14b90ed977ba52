package firedrill.ingest.input;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Numbers as a person or a table writes them: digits 0 to 9 with a sign, one point and one exponent. Java reads more, such as
 * {@code 12d}, {@code 0x1p3}, {@code NaN} and the digits of other scripts; here they are no numbers.
 */
public final class PlainNumber {

    /** Longer numbers have digits that no double keeps. */
    private static final int MAX_CHARACTERS = 400;

    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,19}");

    private PlainNumber() {}

    /** The finite number that {@code text} is; empty if it is none. */
    public static OptionalDouble decimal(String text) {
        if (text.length() > MAX_CHARACTERS || !DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** The whole number that {@code text} is; empty if it is none, or does not fit a {@code long}. */
    public static OptionalLong whole(String text) {
        try {
            return WHOLE.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
