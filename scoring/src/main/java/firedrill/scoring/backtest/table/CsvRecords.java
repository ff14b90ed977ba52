package firedrill.scoring.backtest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * The records of a UTF-8 table of separated values (RFC 4180), read by FastCSV. Memory holds one record. Faults are
 * reported with the line on which the record begins.
 *
 * <p>Stricter than FastCSV: a quote inside an unquoted field and a quote that is never closed are refused, because both
 * may hide rows.
 */
final class CsvRecords implements Closeable {

    /** In characters: longer than any field, shorter than a file whose quote is never closed. */
    private static final int MAX_FIELD_LENGTH = 1_000_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final CountingInputStream bytes;
    private final CsvRowHandler handler = new CsvRowHandler();
    private final CsvReader<CsvRow> csv;
    private final Iterator<CsvRow> rows;

    private CsvRecords(String name, CountingInputStream bytes, char separator) {
        this.name = name;
        this.bytes = bytes;
        this.csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MAX_FIELD_LENGTH)
                .build(
                        handler,
                        new InputStreamReader(
                                bytes,
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.rows = csv.iterator();
    }

    /**
     * Reads {@code in}, which is closed with the records; {@code name} is for messages. A byte-order mark is skipped.
     */
    static CsvRecords open(String name, InputStream in, char separator) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        buffered.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(buffered.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            buffered.reset();
        }
        return new CsvRecords(name, new CountingInputStream(buffered), separator);
    }

    /**
     * Reads the next record; empty at the end of the file.
     *
     * @throws InvalidDataException if quotes are malformed, or the file is not text
     */
    Optional<CsvRow> next() throws IOException, InvalidDataException {
        try {
            if (rows.hasNext()) {
                return Optional.of(rows.next());
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw invalid("not UTF-8 text, on this line or some lines further");
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            Throwable fault = e.getCause() == null ? e : e.getCause();
            throw invalid(String.valueOf(fault.getMessage()));
        }
        if (bytes.hasUnclosedQuote()) {
            throw invalid("a quote that is never closed");
        }
        return Optional.empty();
    }

    /** Bytes read so far, ahead of the record. */
    long bytesRead() {
        return bytes.count();
    }

    private InvalidDataException invalid(String reason) {
        return new InvalidDataException(name, Math.max(1, handler.line()), reason);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
