package firedrill.dashboard.cli.output;

import firedrill.scoring.backtest.ScoreSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores as a CSV file of ids and scores; it has its name only once it is whole. */
public final class ScoreCsvWriter implements ScoreSink, Closeable {

    private final Optional<AtomicFileWriter> out;

    private ScoreCsvWriter(Optional<AtomicFileWriter> out) {
        this.out = out;
    }

    /** In {@code file}, or nowhere if it is null. */
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

    /** All scores are there. */
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
