package firedrill.ingest.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a file that a person names: a regular one, no larger than its reader can use. A device or a pipe may have no end,
 * and whoever waits for it says nothing.
 *
 * <p>Every failure is an {@link IOException} whose message is the end of a sentence about the file: "there is no such
 * file".
 */
public final class InputFile {

    /** Most bytes of a file that is read as a whole. */
    public static final int MAX_TEXT_BYTES = 1_000_000;

    private InputFile() {}

    /** The file's content as a stream. */
    public static InputStream open(Path file) throws IOException {
        return open(file, Long.MAX_VALUE);
    }

    private static InputStream open(Path file, long maxBytes) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("is not a file");
        }
        try {
            if (Files.size(file) > maxBytes) {
                throw tooLong(maxBytes);
            }
            return Files.newInputStream(file);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot be read: permission denied", e);
        }
    }

    /** The text of the file, UTF-8, of at most {@link #MAX_TEXT_BYTES}. */
    public static String readText(Path file) throws IOException {
        try (InputStream in = open(file, MAX_TEXT_BYTES)) {
            // A file may grow, and those of the kernel have no size.
            byte[] bytes = in.readNBytes(MAX_TEXT_BYTES + 1);
            if (bytes.length > MAX_TEXT_BYTES) {
                throw tooLong(MAX_TEXT_BYTES);
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("is not a text file (UTF-8)", e);
        }
    }

    private static IOException tooLong(long maxBytes) {
        return new IOException("is longer than %,d bytes".formatted(maxBytes));
    }
}
