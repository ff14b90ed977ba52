package firedrill.scoring.backtest.table;

import firedrill.ingest.input.PlainNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** Format of a time column. Without an offset times are UTC; without a time of day they are midnight. */
public sealed interface TimeFormat {

    /**
     * The format named {@code epoch-seconds} or {@code epoch-millis}, or a date-time pattern.
     *
     * @throws IllegalArgumentException if the pattern is malformed
     */
    static TimeFormat of(String text) {
        if (text.equals(EpochFormat.SECONDS.name())) {
            return EpochFormat.SECONDS;
        }
        return text.equals(EpochFormat.MILLIS.name()) ? EpochFormat.MILLIS : PatternFormat.of(text);
    }

    /** Milliseconds since 1970, UTC. */
    long millis(String text) throws DateTimeException, NumberFormatException;

    /** An example, for messages. */
    String example();

    /**
     * A count of units since 1970.
     *
     * @param millis milliseconds per unit
     */
    record EpochFormat(String name, long millis) implements TimeFormat {

        static final EpochFormat SECONDS = new EpochFormat("epoch-seconds", 1_000);
        static final EpochFormat MILLIS = new EpochFormat("epoch-millis", 1);

        @Override
        public long millis(String text) {
            long units = PlainNumber.whole(text).orElseThrow(() -> new NumberFormatException("not a whole number"));
            return Math.multiplyExact(units, millis);
        }

        @Override
        public String example() {
            return name + ", a whole number";
        }
    }

    /**
     * A date-time pattern.
     *
     * @param allowsBlank whether a blank may replace the T between date and time
     */
    record PatternFormat(String example, DateTimeFormatter formatter, boolean allowsBlank) implements TimeFormat {

        private static final int DATE_LENGTH = 10;

        /** ISO 8601, with a blank or a T between date and time: 2018-07-25, 2018-07-25 14:03:59, 2018-07-25T14:03Z. */
        public static final PatternFormat ISO = new PatternFormat(
                "2018-07-25 14:03:59",
                new DateTimeFormatterBuilder()
                        .append(DateTimeFormatter.ISO_LOCAL_DATE)
                        .optionalStart()
                        .appendLiteral('T')
                        .append(DateTimeFormatter.ISO_LOCAL_TIME)
                        .optionalStart()
                        .appendOffset("+HH:mm", "Z")
                        .toFormatter()
                        .withResolverStyle(ResolverStyle.STRICT),
                true);

        /**
         * A pattern of {@link DateTimeFormatter}, for example {@code dd/MM/yyyy HH:mm}.
         *
         * @throws IllegalArgumentException if it is malformed
         */
        static PatternFormat of(String pattern) {
            // In strict resolution y, the year of era, needs an era; u is the proleptic year.
            String years = pattern.indexOf('\'') < 0 && pattern.indexOf('G') < 0 ? pattern.replace('y', 'u') : pattern;
            return new PatternFormat(
                    pattern, DateTimeFormatter.ofPattern(years).withResolverStyle(ResolverStyle.STRICT), false);
        }

        @Override
        public long millis(String text) {
            TemporalAccessor parsed = formatter.parse(isSpaced(text) ? withT(text) : text);
            LocalDate date = LocalDate.from(parsed);
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneOffset offset = parsed.query(TemporalQueries.offset());
            return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                    .toInstant(offset == null ? ZoneOffset.UTC : offset)
                    .toEpochMilli();
        }

        private boolean isSpaced(String text) {
            return allowsBlank && text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        }

        private static String withT(String text) {
            return text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1);
        }
    }
}
