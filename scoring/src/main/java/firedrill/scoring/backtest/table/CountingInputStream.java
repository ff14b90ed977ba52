package firedrill.scoring.backtest.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes and the quotes that are read. */
final class CountingInputStream extends FilterInputStream {

    private long count;
    private long quotes;

    CountingInputStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** Whether a quote is open after all that was read: closed ones, and doubled ones inside them, come in pairs. */
    boolean hasUnclosedQuote() {
        return quotes % 2 != 0;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count += next < 0 ? 0 : 1;
        quotes += next == '"' ? 1 : 0;
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count += Math.max(read, 0);
        for (int i = offset; i < offset + read; i++) {
            quotes += buffer[i] == '"' ? 1 : 0;
        }
        return read;
    }
}
