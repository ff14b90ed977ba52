package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.scoring.external.ScoreSink;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores as a CSV file of ids and scores; it has its name only once it is whole. */
final class ScoreSheet implements ScoreSink, Closeable {

    private final Optional<Path> file;
    private final @Nullable BufferedWriter out;

    private ScoreSheet(Optional<Path> file, @Nullable BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /** In {@code file}, or nowhere if it is null. */
    static ScoreSheet at(@Nullable Path file) throws IOException {
        if (file == null) {
            return new ScoreSheet(Optional.empty(), null);
        }
        var out = Files.newBufferedWriter(part(file), UTF_8);
        out.write("id,score\n");
        return new ScoreSheet(Optional.of(file), out);
    }

    @Override
    public void take(String id, double score) throws IOException {
        if (out != null) {
            out.write(quoted(id) + "," + score + "\n");
        }
    }

    /** All scores are there. */
    void finish() throws IOException {
        if (out != null && file.isPresent()) {
            out.close();
            Files.move(part(file.get()), file.get(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null && file.isPresent()) {
            out.close();
            Files.deleteIfExists(part(file.get()));
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static String quoted(String id) {
        boolean isPlain = id.chars().noneMatch(next -> next == ',' || next == '"' || next == '\n' || next == '\r');
        return isPlain ? id : '"' + id.replace("\"", "\"\"") + '"';
    }
}
