package firedrill.scoring.backtest.table;

import firedrill.ingest.input.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Mapping of the columns of a table to their roles.
 *
 * @param columns column name by role; every {@link ColumnRole#isRequired required} role is present
 * @param separator field separator
 */
public record ColumnMapping(Map<ColumnRole, String> columns, TimeFormat timeFormat, char separator) {

    public ColumnMapping {
        columns = Map.copyOf(columns);
    }

    /** The role of a column. */
    public enum ColumnRole {
        /** Transaction id, written beside the score. */
        ID(true),
        /** Time of the transaction. */
        TIME(true),
        /** Paying party: a customer, a card, an account. */
        USER(true),
        /** Receiving party: a terminal, a merchant, an address. */
        COUNTERPARTY(true),
        /** Amount in units of a currency. */
        AMOUNT(true),
        /** 1 if it was fraud, 0 if not. */
        LABEL(true),
        /** Device of the request. */
        DEVICE(false),
        /** Network of the request. */
        NETWORK(false);

        private final boolean required;

        ColumnRole(boolean required) {
            this.required = required;
        }

        /** Whether a mapping must have the column. */
        public boolean isRequired() {
            return required;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a mapping file: YAML with one line per column or setting, see {@code docs/external-data.md}.
     *
     * @throws InvalidDataException with line and reason, if the file is invalid
     */
    public static ColumnMapping read(Path file) throws InvalidDataException {
        try {
            return read(file.toString(), InputFile.readText(file));
        } catch (IOException e) {
            throw new InvalidDataException(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    static ColumnMapping read(String name, String yaml) throws InvalidDataException {
        return new ColumnMappingParser(name).parse(yaml);
    }

    /** Name of the column of {@code role}; empty if the table has none. */
    public Optional<String> column(ColumnRole role) {
        return Optional.ofNullable(columns.get(role));
    }
}
