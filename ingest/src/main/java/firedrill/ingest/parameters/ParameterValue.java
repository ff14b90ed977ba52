package firedrill.ingest.parameters;

import firedrill.ingest.input.PlainNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The value of a parameter. {@code 3} is a whole number, {@code 3.0} a decimal one; underscores may group digits. */
public sealed interface ParameterValue {

    Pattern WHOLE = Pattern.compile("[-+]?\\d[\\d_]{0,18}");
    Pattern DECIMAL = Pattern.compile("[-+]?(\\d[\\d_]*)?(\\.\\d[\\d_]*)?([eE][-+]?\\d{1,3})?");

    /** The value that {@code text} means by its form; any text that is no number and no boolean is a word. */
    static ParameterValue of(String text) {
        return wholeNumber(text)
                .or(() -> decimalNumber(text))
                .or(() -> flag(text))
                .orElseGet(() -> new Word(text));
    }

    /** A value of the same type, read from {@code text}; empty if the text is of another type. */
    Optional<ParameterValue> parse(String text);

    /** The value as a Long, Double, List, Boolean or String. */
    Object toObject();

    /** The type, in words: "a number". */
    String type();

    /** The numbers within; none for flags and words. */
    default List<Double> numbers() {
        return List.of();
    }

    /** A whole number. */
    record WholeNumber(long value) implements ParameterValue {

        @Override
        public Object toObject() {
            return value;
        }

        @Override
        public Optional<ParameterValue> parse(String text) {
            return wholeNumber(text);
        }

        @Override
        public String type() {
            return "a whole number";
        }

        @Override
        public List<Double> numbers() {
            return List.of((double) value);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A decimal number, finite. */
    record DecimalNumber(double value) implements ParameterValue {

        @Override
        public Object toObject() {
            return value;
        }

        @Override
        public Optional<ParameterValue> parse(String text) {
            return decimalNumber(text);
        }

        @Override
        public String type() {
            return "a number";
        }

        @Override
        public List<Double> numbers() {
            return List.of(value);
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** A list of decimal numbers of fixed length. */
    record NumberList(List<Double> values) implements ParameterValue {

        public NumberList {
            values = List.copyOf(values);
        }

        @Override
        public Object toObject() {
            return values;
        }

        @Override
        public Optional<ParameterValue> parse(String text) {
            var numbers = new ArrayList<Double>();
            for (String part : text.replaceAll("^\\[|]$", "").split(",", -1)) {
                Optional<ParameterValue> number = decimalNumber(part.strip());
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                numbers.addAll(number.get().numbers());
            }
            return numbers.size() == values.size() ? Optional.of(new NumberList(numbers)) : Optional.empty();
        }

        @Override
        public String type() {
            return "a list of " + values.size() + " numbers";
        }

        @Override
        public List<Double> numbers() {
            return values;
        }

        @Override
        public String toString() {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** True or false. */
    record Flag(boolean value) implements ParameterValue {

        @Override
        public Object toObject() {
            return value;
        }

        @Override
        public Optional<ParameterValue> parse(String text) {
            return flag(text);
        }

        @Override
        public String type() {
            return "true or false";
        }

        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** One of several words. */
    record Word(String value) implements ParameterValue {

        @Override
        public Object toObject() {
            return value;
        }

        @Override
        public Optional<ParameterValue> parse(String text) {
            return Optional.of(new Word(text));
        }

        @Override
        public String type() {
            return "a word";
        }

        @Override
        public String toString() {
            return value;
        }
    }

    private static Optional<ParameterValue> wholeNumber(String text) {
        try {
            return WHOLE.matcher(text).matches()
                    ? Optional.of(new WholeNumber(Long.parseLong(text.replace("_", ""))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<ParameterValue> decimalNumber(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        OptionalDouble number = PlainNumber.decimal(text.replace("_", ""));
        return number.isPresent() ? Optional.of(new DecimalNumber(number.getAsDouble())) : Optional.empty();
    }

    private static Optional<ParameterValue> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(new Flag(true));
            case "false" -> Optional.of(new Flag(false));
            default -> Optional.empty();
        };
    }
}
