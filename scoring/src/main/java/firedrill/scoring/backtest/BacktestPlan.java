package firedrill.scoring.backtest;

import java.time.Duration;
import java.time.LocalDate;

/**
 * Training days, label delay and test days.
 *
 * @param delayDays days until a label arrives; the test begins at the earliest this long after the last training day
 */
public record BacktestPlan(DayRange train, int delayDays, DayRange test) {

    static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    public BacktestPlan {
        if (delayDays < 0) {
            throw new IllegalArgumentException(
                    "a label cannot arrive before its transaction: delay of " + delayDays + " days");
        }
        LocalDate first = train.to().plusDays(1L + delayDays);
        if (test.from().isBefore(first)) {
            throw new IllegalArgumentException("the labels of " + train.to() + " arrive " + delayDays
                    + " days later, so the test can begin on " + first + ", not on " + test.from());
        }
    }

    /**
     * Consecutive days, UTC.
     *
     * @param from the first
     * @param to the last, included
     */
    public record DayRange(LocalDate from, LocalDate to) {

        private static final String SEPARATOR = "..";

        public DayRange {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the last day, " + to + ", is before the first, " + from);
            }
        }

        /**
         * Parses {@code 2018-07-25..2018-07-31}.
         *
         * @throws java.time.format.DateTimeParseException if a day is malformed
         * @throws IllegalArgumentException if there are not two days in order
         */
        public static DayRange parse(String text) {
            int separator = text.indexOf(SEPARATOR);
            if (separator < 0) {
                throw new IllegalArgumentException(
                        "expected two days with " + SEPARATOR + " between them, was " + text);
            }
            return new DayRange(
                    LocalDate.parse(text.substring(0, separator)),
                    LocalDate.parse(text.substring(separator + SEPARATOR.length())));
        }

        boolean contains(long day) {
            return day >= from.toEpochDay() && day <= to.toEpochDay();
        }

        @Override
        public String toString() {
            return from + SEPARATOR + to;
        }
    }
}
