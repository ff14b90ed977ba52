package firedrill.scoring.backtest.table;

import firedrill.ingest.input.InputFile;
import firedrill.ingest.input.PlainNumber;
import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of transactions, read row by row in one pass; an invalid row is refused with its line.
 *
 * <p>Rows must be in time order, equal times are allowed: features look back, and a late row would be seen by earlier
 * ones. Memory holds one id for each user and counterparty, and no row.
 */
public final class TransactionFile implements Closeable {

    private static final long YEAR_2100_MILLIS =
            Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
    private static final int CENTS = 100;
    private static final double MAX_AMOUNT = 1e12;

    private final String name;
    private final ColumnMapping mapping;
    private final CsvRecords csv;
    private final Map<ColumnRole, Integer> indexes = new EnumMap<>(ColumnRole.class);
    private final IdAssigner users = new IdAssigner();
    private final IdAssigner counterparties = new IdAssigner();
    private final IdAssigner devices = new IdAssigner();
    private final IdAssigner networks = new IdAssigner();
    private CsvRow row = new CsvRow(1, List.of(""));
    private int width;
    private long rows;
    private long lastMillis;

    private TransactionFile(String name, CsvRecords csv, ColumnMapping mapping) {
        this.name = name;
        this.mapping = mapping;
        this.csv = csv;
    }

    /**
     * Opens {@code file} and reads its header.
     *
     * @throws InvalidDataException if the header is missing or lacks a column
     */
    public static TransactionFile open(Path file, ColumnMapping mapping) throws InvalidDataException, IOException {
        InputStream in;
        try {
            in = InputFile.open(file);
        } catch (IOException e) {
            throw new InvalidDataException(file.toString(), String.valueOf(e.getMessage()));
        }
        return open(file.toString(), in, mapping);
    }

    static TransactionFile open(String name, InputStream in, ColumnMapping mapping)
            throws InvalidDataException, IOException {
        TransactionFile file = new TransactionFile(name, CsvRecords.open(name, in, mapping.separator()), mapping);
        try {
            file.header();
            return file;
        } catch (InvalidDataException | IOException e) {
            file.close();
            throw e;
        }
    }

    private void header() throws InvalidDataException, IOException {
        if (!readRow() || row.isBlank()) {
            throw new InvalidDataException(
                    name, 1, "the file is empty, or its first line is; it must name the columns");
        }
        List<String> header = row.fields().stream().map(String::strip).toList();
        width = header.size();
        for (Map.Entry<ColumnRole, String> column : mapping.columns().entrySet()) {
            int index = header.indexOf(column.getValue());
            if (index < 0) {
                throw invalid("there is no column '" + column.getValue() + "' for '"
                        + column.getKey().key() + "', the columns are " + String.join(", ", header));
            }
            if (index != header.lastIndexOf(column.getValue())) {
                throw invalid("there are two columns '" + column.getValue() + "'");
            }
            indexes.put(column.getKey(), index);
        }
    }

    /**
     * Reads the next row; empty at the end.
     *
     * @throws InvalidDataException if it is invalid
     */
    public Optional<Transaction> next() throws InvalidDataException, IOException {
        if (!readRow()) {
            return Optional.empty();
        }
        if (row.isBlank() && width > 1) {
            return endAfterBlank();
        }
        if (row.fields().size() != width) {
            throw invalid(row.fields().size() + " fields instead of " + width);
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

    /** Bytes read so far, ahead of the last row. */
    public long bytesRead() {
        return csv.bytesRead();
    }

    public ColumnMapping mapping() {
        return mapping;
    }

    /** An exception about the whole file. */
    public InvalidDataException invalidFile(String reason) {
        return new InvalidDataException(name, reason);
    }

    private boolean readRow() throws InvalidDataException, IOException {
        Optional<CsvRow> next = csv.next();
        next.ifPresent(read -> row = read);
        return next.isPresent();
    }

    private Optional<Transaction> endAfterBlank() throws InvalidDataException, IOException {
        InvalidDataException blankLine = invalid("an empty line");
        while (readRow()) {
            if (!row.isBlank()) {
                throw blankLine;
            }
        }
        return Optional.empty();
    }

    private long timeMillis() throws InvalidDataException {
        String text = text(ColumnRole.TIME);
        long millis;
        try {
            millis = mapping.timeFormat().millis(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw invalid(
                    "'" + text + "' is not a time like " + mapping.timeFormat().example());
        }
        if (millis < 0 || millis >= YEAR_2100_MILLIS) {
            throw invalid("the time '" + text + "' is not between 1970 and 2100");
        }
        if (millis < lastMillis) {
            throw invalid("time goes backwards: '" + text + "' is "
                    + Duration.ofMillis(lastMillis - millis).toSeconds()
                    + " s before the row above; sort the file by time");
        }
        lastMillis = millis;
        return millis;
    }

    private long amountCents() throws InvalidDataException {
        String text = text(ColumnRole.AMOUNT);
        double units = PlainNumber.decimal(text).orElse(Double.NaN);
        if (!(units >= 0 && units <= MAX_AMOUNT)) {
            throw invalid(
                    units < 0
                            ? "the amount '" + text + "' is negative; leave refunds out"
                            : "'" + text + "' is not an amount like 57.16");
        }
        return Math.max(1, Math.round(units * CENTS));
    }

    private boolean isFraud() throws InvalidDataException {
        String text = text(ColumnRole.LABEL);
        if (!text.equals("0") && !text.equals("1")) {
            throw invalid("the label must be 0 or 1, not '" + text + "'");
        }
        return text.equals("1");
    }

    private String text(ColumnRole role) throws InvalidDataException {
        String text = optional(role);
        if (text.isEmpty()) {
            throw invalid("the column '" + mapping.columns().get(role) + "' is empty");
        }
        return text;
    }

    private String optional(ColumnRole role) {
        Integer index = indexes.get(role);
        return index == null ? "" : row.fields().get(index).strip();
    }

    private InvalidDataException invalid(String reason) {
        return new InvalidDataException(name, row.line(), reason);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
