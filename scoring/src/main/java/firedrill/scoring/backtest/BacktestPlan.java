package firedrill.scoring.backtest;

import java.time.Duration;
import java.time.LocalDate;

/**
 * Which days are learned from and which are tested.
 *
 * @param delayDays how long a label takes to arrive; the test begins no sooner than that after the last day of training
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
     * Days in a row, UTC.
     *
     * @param from the first
     * @param to the last, included
     */
    public record DayRange(LocalDate from, LocalDate to) {

        private static final String BETWEEN = "..";

        public DayRange {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the last day, " + to + ", is before the first, " + from);
            }
        }

        /**
         * Reads {@code 2018-07-25..2018-07-31}.
         *
         * @throws java.time.format.DateTimeParseException if a day is none
         * @throws IllegalArgumentException if there are not two, in order
         */
        public static DayRange parse(String text) {
            int middle = text.indexOf(BETWEEN);
            if (middle < 0) {
                throw new IllegalArgumentException("no two days with " + BETWEEN + " between: " + text);
            }
            return new DayRange(
                    LocalDate.parse(text.substring(0, middle)),
                    LocalDate.parse(text.substring(middle + BETWEEN.length())));
        }

        boolean contains(long day) {
            return day >= from.toEpochDay() && day <= to.toEpochDay();
        }

        @Override
        public String toString() {
            return from + BETWEEN + to;
        }
    }
}
