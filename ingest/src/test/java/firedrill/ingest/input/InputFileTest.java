package firedrill.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aTextFileIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a file.txt"), "zwölf\n");

        assertThat(InputFile.readText(file)).isEqualTo("zwölf\n");
        try (var in = InputFile.open(file)) {
            assertThat(in.readAllBytes()).hasSize(7);
        }
    }

    @Test
    void aFileThatIsNoneIsRefusedWithTheReason() {
        assertRefused(folder.resolve("none"), "there is no such file");
        assertRefused(folder, "is not a file");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no devices among the files")
    void aDeviceWithoutAnEndIsRefused() {
        assertRefused(Path.of("/dev/zero"), "is not a file");
        assertThatThrownBy(() -> InputFile.open(Path.of("/dev/zero"))).hasMessage("is not a file");
    }

    @Test
    void aFileThatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("long");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L << 30);
        }
        assertRefused(file, "is longer than 1,000,000 bytes");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        assertRefused(
                Files.write(folder.resolve("bytes"), new byte[] {'a', (byte) 0xff}), "is not a text file (UTF-8)");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> InputFile.readText(file))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }
}
