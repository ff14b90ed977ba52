package firedrill.dashboard.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that gets its name once it is complete; an interrupted write leaves and replaces nothing. */
final class AtomicFileWriter implements Closeable {

    private final Path file;
    private final Path part;
    private final BufferedWriter out;

    private AtomicFileWriter(Path file, Path part, BufferedWriter out) {
        this.file = file;
        this.part = part;
        this.out = out;
    }

    /** An empty file; UTF-8. */
    static AtomicFileWriter open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not a file, and would be replaced");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        return new AtomicFileWriter(file, part, Files.newBufferedWriter(part, UTF_8));
    }

    void write(String text) throws IOException {
        out.write(text);
    }

    /** Publishes the complete file. */
    void commit() throws IOException {
        out.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
