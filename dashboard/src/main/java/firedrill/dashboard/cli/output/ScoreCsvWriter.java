package firedrill.dashboard.cli.output;

import firedrill.scoring.backtest.ScoreSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes ids and scores as CSV; the file appears once it is complete. */
public final class ScoreCsvWriter implements ScoreSink, Closeable {

    private final Optional<AtomicFileWriter> out;

    private ScoreCsvWriter(Optional<AtomicFileWriter> out) {
        this.out = out;
    }

    /** A writer to {@code file}; without output if it is null. */
    public static ScoreCsvWriter open(@Nullable Path file) throws IOException {
        if (file == null) {
            return new ScoreCsvWriter(Optional.empty());
        }
        var out = AtomicFileWriter.open(file);
        out.write("id,score\n");
        return new ScoreCsvWriter(Optional.of(out));
    }

    @Override
    public void accept(String id, double score) throws IOException {
        if (out.isPresent()) {
            out.get().write(quoted(id) + "," + score + "\n");
        }
    }

    /** Publishes the complete file. */
    public void commit() throws IOException {
        if (out.isPresent()) {
            out.get().commit();
        }
    }

    @Override
    public void close() throws IOException {
        if (out.isPresent()) {
            out.get().close();
        }
    }

    private static String quoted(String id) {
        boolean isPlain = id.chars().noneMatch(next -> next == ',' || next == '"' || next == '\n' || next == '\r');
        return isPlain ? id : '"' + id.replace("\"", "\"\"") + '"';
    }
}
