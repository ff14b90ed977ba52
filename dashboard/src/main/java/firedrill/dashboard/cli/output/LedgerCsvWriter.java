package firedrill.dashboard.cli.output;

import firedrill.dashboard.ledger.Posting;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes the postings of a run as CSV; their sums are its bill. */
public final class LedgerCsvWriter implements Consumer<Posting>, Closeable {

    private final AtomicFileWriter out;

    private LedgerCsvWriter(AtomicFileWriter out) {
        this.out = out;
    }

    /** A writer that replaces {@code file} on commit. */
    public static LedgerCsvWriter open(Path file) throws IOException {
        var out = AtomicFileWriter.open(file);
        out.write("event_id,what,usd\n");
        return new LedgerCsvWriter(out);
    }

    @Override
    public void accept(Posting posting) {
        try {
            out.write("%d,%s,%s\n"
                    .formatted(
                            posting.eventId(),
                            posting.kind().name().toLowerCase(Locale.ROOT),
                            BigDecimal.valueOf(posting.amountCents(), 2).toPlainString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes the complete file. */
    public void commit() throws IOException {
        out.commit();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
