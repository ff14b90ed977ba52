package firedrill.scoring.backtest.table;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a table is what.
 *
 * @param columns the name of each column that is mapped; every {@link ColumnRole#isRequired needed} one is
 * @param separator of fields
 */
public record ColumnMapping(Map<ColumnRole, String> columns, TimeFormat timeFormat, char separator) {

    public ColumnMapping {
        columns = Map.copyOf(columns);
    }

    /** What a column can be. */
    public enum ColumnRole {
        /** Names the transaction in the scores. */
        ID(true),
        /** When it happened. */
        TIME(true),
        /** Who pays: a customer, a card, an account. */
        USER(true),
        /** Who is paid: a terminal, a merchant, an address. */
        COUNTERPARTY(true),
        /** What is paid, in units of a currency. */
        AMOUNT(true),
        /** 1 if it was fraud, 0 if not. */
        LABEL(true),
        /** The device that asked. */
        DEVICE(false),
        /** The network it asked from. */
        NETWORK(false);

        private final boolean required;

        ColumnRole(boolean needed) {
            this.required = needed;
        }

        /** Whether nothing can be done without it. */
        public boolean isRequired() {
            return required;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a mapping file: YAML, one line for each column and setting, as {@code docs/external-data.md} tells.
     *
     * @throws InvalidDataException naming the line and the reason, if it cannot be used
     */
    public static ColumnMapping read(Path file) throws InvalidDataException {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException binary) {
            throw new InvalidDataException(file.toString(), "is not a text file");
        } catch (IOException unreadable) {
            throw Files.exists(file)
                    ? new InvalidDataException(file.toString(), "cannot be read: " + unreadable.getMessage())
                    : new InvalidDataException(file.toString(), "there is no such file");
        }
    }

    static ColumnMapping read(String name, String yaml) throws InvalidDataException {
        return new ColumnMappingParser(name).parse(yaml);
    }

    /** The column that plays {@code role}, if one does. */
    public Optional<String> column(ColumnRole role) {
        return Optional.ofNullable(columns.get(role));
    }
}
