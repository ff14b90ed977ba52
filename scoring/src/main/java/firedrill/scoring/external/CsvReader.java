package firedrill.scoring.external;

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
    private static final int LONGEST_RECORD = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char QUOTE = '"';
    private static final int END = -1;

    private final String name;
    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[BUFFER];
    private int limit;
    private int at;
    /** The character that is looked at now, on {@link #line}. */
    private int here;

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
     * @throws BadDataException if quotes do not fit, or the file is not text
     */
    boolean next() throws IOException, BadDataException {
        try {
            return record();
        } catch (CharacterCodingException binary) {
            throw new BadDataException(name, line, "not UTF-8 text, on this line or some lines further");
        }
    }

    /** How many fields the record has, at least one. */
    int fields() {
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
    long line() {
        return recordLine;
    }

    private boolean record() throws IOException, BadDataException {
        if (limit == 0) {
            advance();
            if (here == BYTE_ORDER_MARK) {
                advance();
            }
        }
        length = 0;
        fields = 0;
        recordLine = line;
        if (here == END) {
            return false;
        }
        while (true) {
            if (here == QUOTE) {
                quoted();
            } else {
                plain();
            }
            endField();
            if (here != separator) {
                endLine();
                return true;
            }
            advance();
        }
    }

    private void plain() throws IOException, BadDataException {
        while (!isAfterField()) {
            if (here == QUOTE) {
                throw bad("a quote within a field; put the whole field into quotes and double the inner ones");
            }
            append();
            advance();
        }
    }

    private void quoted() throws IOException, BadDataException {
        advance();
        while (true) {
            if (here == END) {
                throw bad("a quote that is never closed");
            }
            if (here == QUOTE) {
                advance();
                if (here != QUOTE) {
                    break;
                }
            }
            line += here == '\n' ? 1 : 0;
            append();
            advance();
        }
        if (!isAfterField()) {
            throw bad("text after a closing quote");
        }
    }

    private boolean isAfterField() {
        return here == separator || here == '\n' || here == '\r' || here == END;
    }

    private void endLine() throws IOException {
        boolean carriageReturn = here == '\r';
        advance();
        if (carriageReturn && here == '\n') {
            advance();
        }
        line++;
    }

    private void append() throws BadDataException {
        if (length == record.length) {
            if (length >= LONGEST_RECORD) {
                throw bad("a row of more than " + LONGEST_RECORD + " characters; is a quote never closed?");
            }
            record = Arrays.copyOf(record, 2 * length);
        }
        record[length++] = (char) here;
    }

    private void endField() {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = length;
    }

    /** On to the next character, or to {@link #END}. */
    private void advance() throws IOException {
        if (at == limit) {
            limit = Math.max(in.read(buffer, 0, BUFFER), 0);
            at = 0;
        }
        here = at < limit ? buffer[at++] : END;
    }

    private BadDataException bad(String reason) {
        return new BadDataException(name, recordLine, reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
