package firedrill.scoring.backtest.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * Reads separated values record by record, with the line on which each begins.
 *
 * <p>Fields may be quoted; a quoted field may hold separators, line ends and doubled quotes. Lines end with LF, CRLF or CR,
 * the last one need not. A byte-order mark is skipped. One buffer and one record are held, however long the file. Source of
 * the format: RFC 4180.
 */
final class CsvReader implements Closeable {

    private static final int BUFFER = 1 << 16;
    /** Characters: longer than any record, shorter than a file whose quote is never closed. */
    private static final int MAX_RECORD_LENGTH = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char QUOTE = '"';
    private static final int END = -1;

    private final String name;
    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[BUFFER];
    private int limit;
    private int position;
    /** The character that is looked at now, on {@link #line}. */
    private int current;

    private long line = 1;

    private char[] record = new char[256];
    private int length;
    private int[] ends = new int[16];
    private int fields;
    private long recordLine;

    /** A reader of {@code in}, which is closed with it; {@code name} is for messages. */
    CsvReader(String name, Reader in, char separator) {
        this.name = name;
        this.in = in;
        this.separator = separator;
    }

    /**
     * Reads the next record.
     *
     * @return false at the end of the file
     * @throws InvalidDataException if quotes do not fit, or the file is not text
     */
    boolean next() throws IOException, InvalidDataException {
        try {
            return readRecord();
        } catch (CharacterCodingException binary) {
            throw new InvalidDataException(name, line, "not UTF-8 text, on this line or some lines further");
        }
    }

    /** How many fields the record has, at least one. */
    int fieldCount() {
        return fields;
    }

    /** A field of the record, from 0, without its quotes. */
    String field(int index) {
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(record, start, ends[index] - start);
    }

    /** Whether the record is an empty line. */
    boolean isBlank() {
        return fields == 1 && length == 0;
    }

    /** On which the record begins, from 1. */
    long lineNumber() {
        return recordLine;
    }

    private boolean readRecord() throws IOException, InvalidDataException {
        if (limit == 0) {
            advance();
            if (current == BYTE_ORDER_MARK) {
                advance();
            }
        }
        length = 0;
        fields = 0;
        recordLine = line;
        if (current == END) {
            return false;
        }
        while (true) {
            if (current == QUOTE) {
                readQuotedField();
            } else {
                readPlainField();
            }
            endField();
            if (current != separator) {
                endLine();
                return true;
            }
            advance();
        }
    }

    private void readPlainField() throws IOException, InvalidDataException {
        while (!isAfterField()) {
            if (current == QUOTE) {
                throw bad("a quote within a field; put the whole field into quotes and double the inner ones");
            }
            append();
            advance();
        }
    }

    private void readQuotedField() throws IOException, InvalidDataException {
        advance();
        while (true) {
            if (current == END) {
                throw bad("a quote that is never closed");
            }
            if (current == QUOTE) {
                advance();
                if (current != QUOTE) {
                    break;
                }
            }
            line += current == '\n' ? 1 : 0;
            append();
            advance();
        }
        if (!isAfterField()) {
            throw bad("text after a closing quote");
        }
    }

    private boolean isAfterField() {
        return current == separator || current == '\n' || current == '\r' || current == END;
    }

    private void endLine() throws IOException {
        boolean carriageReturn = current == '\r';
        advance();
        if (carriageReturn && current == '\n') {
            advance();
        }
        line++;
    }

    private void append() throws InvalidDataException {
        if (length == record.length) {
            if (length >= MAX_RECORD_LENGTH) {
                throw bad("a row of more than " + MAX_RECORD_LENGTH + " characters; is a quote never closed?");
            }
            record = Arrays.copyOf(record, 2 * length);
        }
        record[length++] = (char) current;
    }

    private void endField() {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = length;
    }

    /** On to the next character, or to {@link #END}. */
    private void advance() throws IOException {
        if (position == limit) {
            limit = Math.max(in.read(buffer, 0, BUFFER), 0);
            position = 0;
        }
        current = position < limit ? buffer[position++] : END;
    }

    private InvalidDataException bad(String reason) {
        return new InvalidDataException(name, recordLine, reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
