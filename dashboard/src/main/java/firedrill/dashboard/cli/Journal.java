package firedrill.dashboard.cli;

import firedrill.dashboard.ledger.Posting;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** The amounts of a run as a CSV file, each with the event that it traces to; they add up to its bill. */
final class Journal implements Consumer<Posting>, Closeable {

    private final WholeFile out;

    private Journal(WholeFile out) {
        this.out = out;
    }

    /** In {@code file}, which it replaces. */
    static Journal at(Path file) throws IOException {
        var out = WholeFile.at(file);
        out.write("event_id,what,usd\n");
        return new Journal(out);
    }

    @Override
    public void accept(Posting posting) {
        try {
            out.write("%d,%s,%s\n"
                    .formatted(
                            posting.eventId(),
                            posting.kind().name().toLowerCase(Locale.ROOT),
                            BigDecimal.valueOf(posting.cents(), 2).toPlainString()));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Everything is there. */
    void finish() throws IOException {
        out.finish();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
