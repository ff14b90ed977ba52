package firedrill.ingest.parameters;

import java.util.List;

/** The values that a parameter may take. */
public sealed interface ParameterRange {

    boolean contains(ParameterValue value);

    /** Numbers from {@code low} to {@code high}, both included; either may be infinite. */
    record Interval(double low, double high) implements ParameterRange {

        @Override
        public boolean contains(ParameterValue value) {
            return value.numbers().stream().allMatch(number -> number >= low && number <= high);
        }

        @Override
        public String toString() {
            return "[" + plain(low) + ", " + plain(high) + "]";
        }

        private static String plain(double bound) {
            if (Double.isInfinite(bound)) {
                return bound > 0 ? "∞" : "-∞";
            }
            return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                    ? Long.toString((long) bound)
                    : Double.toString(bound);
        }
    }

    /** One of these words. */
    record Choice(List<String> words) implements ParameterRange {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public boolean contains(ParameterValue value) {
            return words.contains(value.toString());
        }

        @Override
        public String toString() {
            return "{" + String.join(", ", words) + "}";
        }
    }
}
