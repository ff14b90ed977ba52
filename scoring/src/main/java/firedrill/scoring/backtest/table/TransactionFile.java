package firedrill.scoring.backtest.table;

import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of transactions, read row by row in one pass; whatever does not fit is refused with its line.
 *
 * <p>Rows must be in the order of their times, equal times are fine: features look back, and a row that is told late would
 * be seen by those before it. Memory holds a number for each user and counterparty, and no row.
 */
public final class TransactionFile implements Closeable {

    private static final long YEAR_2100_MILLIS =
            Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
    private static final int CENTS = 100;
    private static final double MAX_AMOUNT = 1e12;

    private final String name;
    private final ColumnMapping mapping;
    private final CountingInputStream bytes;
    private final CsvReader csv;
    private final Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);
    private final IdAssigner users = new IdAssigner();
    private final IdAssigner counterparties = new IdAssigner();
    private final IdAssigner devices = new IdAssigner();
    private final IdAssigner networks = new IdAssigner();
    private int width;
    private long rows;
    private long lastMillis;

    private TransactionFile(String name, InputStream in, ColumnMapping mapping) {
        this.name = name;
        this.mapping = mapping;
        this.bytes = new CountingInputStream(in);
        this.csv = new CsvReader(
                name,
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                mapping.separator());
    }

    /**
     * Opens {@code file} and reads its header.
     *
     * @throws InvalidDataException if there is none, or it lacks a column
     */
    public static TransactionFile open(Path file, ColumnMapping mapping) throws InvalidDataException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidDataException(
                    file.toString(), Files.exists(file) ? "is not a file" : "there is no such file");
        }
        return open(file.toString(), Files.newInputStream(file), mapping);
    }

    static TransactionFile open(String name, InputStream in, ColumnMapping mapping)
            throws InvalidDataException, IOException {
        TransactionFile file = new TransactionFile(name, in, mapping);
        try {
            file.header();
            return file;
        } catch (InvalidDataException | IOException bad) {
            file.close();
            throw bad;
        }
    }

    private void header() throws InvalidDataException, IOException {
        if (!csv.next() || csv.isBlank()) {
            throw new InvalidDataException(
                    name, 1, "the file is empty, or its first line is; it must name the columns");
        }
        List<String> header = new ArrayList<>();
        for (int i = 0; i < csv.fieldCount(); i++) {
            header.add(csv.field(i).strip());
        }
        width = header.size();
        for (Map.Entry<ColumnRole, String> column : mapping.columns().entrySet()) {
            int place = header.indexOf(column.getValue());
            if (place < 0) {
                throw bad("there is no column '" + column.getValue() + "' for '"
                        + column.getKey().key() + "', the columns are " + String.join(", ", header));
            }
            if (place != header.lastIndexOf(column.getValue())) {
                throw bad("there are two columns '" + column.getValue() + "'");
            }
            places.put(column.getKey(), place);
        }
    }

    /**
     * The next row; empty at the end.
     *
     * @throws InvalidDataException if it does not fit
     */
    public Optional<Transaction> next() throws InvalidDataException, IOException {
        if (!csv.next()) {
            return Optional.empty();
        }
        if (csv.isBlank() && width > 1) {
            return endAfterBlank();
        }
        if (csv.fieldCount() != width) {
            throw bad(csv.fieldCount() + " fields instead of " + width);
        }
        rows++;
        return Optional.of(new Transaction(
                rows,
                text(ColumnRole.ID),
                timeMillis(),
                users.idOf(text(ColumnRole.USER)),
                counterparties.idOf(text(ColumnRole.COUNTERPARTY)),
                amountCents(),
                isFraud(),
                devices.idOf(optional(ColumnRole.DEVICE)),
                networks.idOf(optional(ColumnRole.NETWORK))));
    }

    /** Rows read so far. */
    public long rowCount() {
        return rows;
    }

    /** Bytes read so far, some rows ahead. */
    public long bytesRead() {
        return bytes.count;
    }

    public ColumnMapping mapping() {
        return mapping;
    }

    /** A complaint about the whole file. */
    public InvalidDataException invalidFile(String reason) {
        return new InvalidDataException(name, reason);
    }

    private Optional<Transaction> endAfterBlank() throws InvalidDataException, IOException {
        InvalidDataException blank = bad("an empty line");
        while (csv.next()) {
            if (!csv.isBlank()) {
                throw blank;
            }
        }
        return Optional.empty();
    }

    private long timeMillis() throws InvalidDataException {
        String text = text(ColumnRole.TIME);
        long millis;
        try {
            millis = mapping.timeFormat().millis(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException none) {
            throw bad(
                    "'" + text + "' is not a time like " + mapping.timeFormat().example());
        }
        if (millis < 0 || millis >= YEAR_2100_MILLIS) {
            throw bad("the time '" + text + "' is not between 1970 and 2100");
        }
        if (millis < lastMillis) {
            throw bad("time goes backwards: '" + text + "' is "
                    + Duration.ofMillis(lastMillis - millis).toSeconds()
                    + " s before the row above; sort the file by time");
        }
        lastMillis = millis;
        return millis;
    }

    private long amountCents() throws InvalidDataException {
        String text = text(ColumnRole.AMOUNT);
        double units = isNumber(text) ? Double.parseDouble(text) : Double.NaN;
        if (!(units >= 0 && units <= MAX_AMOUNT)) {
            throw bad(
                    units < 0
                            ? "the amount '" + text + "' is negative; leave refunds out"
                            : "'" + text + "' is not an amount like 57.16");
        }
        return Math.max(1, Math.round(units * CENTS));
    }

    /** Whether it is digits with at most one point and an exponent: Java alone would take 1f and 0x1p3 as well. */
    private static boolean isNumber(String text) {
        int digits = 0;
        int points = 0;
        int exponents = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean starts = i == 0 || text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E';
            if (next >= '0' && next <= '9') {
                digits++;
            } else if (next == '.' && exponents == 0) {
                points++;
            } else if ((next == 'e' || next == 'E') && digits > 0 && i < text.length() - 1) {
                exponents++;
            } else if (!(starts && (next == '-' || next == '+') && i < text.length() - 1)) {
                return false;
            }
        }
        return digits > 0 && points <= 1 && exponents <= 1;
    }

    private boolean isFraud() throws InvalidDataException {
        String text = text(ColumnRole.LABEL);
        if (!text.equals("0") && !text.equals("1")) {
            throw bad("the label must be 0 or 1, not '" + text + "'");
        }
        return text.equals("1");
    }

    private String text(ColumnRole role) throws InvalidDataException {
        String text = optional(role);
        if (text.isEmpty()) {
            throw bad("the column '" + mapping.columns().get(role) + "' is empty");
        }
        return text;
    }

    private String optional(ColumnRole role) {
        Integer place = places.get(role);
        return place == null ? "" : csv.field(place).strip();
    }

    private InvalidDataException bad(String reason) {
        return new InvalidDataException(name, csv.lineNumber(), reason);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Counts what goes through. */
    private static final class CountingInputStream extends FilterInputStream {

        private long count;

        CountingInputStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int got = super.read(into, from, most);
            count += Math.max(got, 0);
            return got;
        }
    }
}
