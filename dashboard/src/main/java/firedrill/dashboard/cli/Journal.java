package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.dashboard.ledger.Posting;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;

/** The amounts of a run as a CSV file, each with the event that it traces to; it has its name only once it is whole. */
final class Journal implements Consumer<Posting>, Closeable {

    private final Path file;
    private final Path part;
    private final BufferedWriter out;

    private Journal(Path file, Path part, BufferedWriter out) {
        this.file = file;
        this.part = part;
        this.out = out;
    }

    /** In {@code file}, which it replaces. */
    static Journal at(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        var out = Files.newBufferedWriter(part, UTF_8);
        out.write("event_id,what,usd\n");
        return new Journal(file, part, out);
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
        out.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
