package firedrill.dashboard.cli;

import firedrill.scoring.external.ScoreSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores as a CSV file of ids and scores; it has its name only once it is whole. */
final class ScoreSheet implements ScoreSink, Closeable {

    private final Optional<WholeFile> out;

    private ScoreSheet(Optional<WholeFile> out) {
        this.out = out;
    }

    /** In {@code file}, or nowhere if it is null. */
    static ScoreSheet at(@Nullable Path file) throws IOException {
        if (file == null) {
            return new ScoreSheet(Optional.empty());
        }
        var out = WholeFile.at(file);
        out.write("id,score\n");
        return new ScoreSheet(Optional.of(out));
    }

    @Override
    public void take(String id, double score) throws IOException {
        if (out.isPresent()) {
            out.get().write(quoted(id) + "," + score + "\n");
        }
    }

    /** All scores are there. */
    void finish() throws IOException {
        if (out.isPresent()) {
            out.get().finish();
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
