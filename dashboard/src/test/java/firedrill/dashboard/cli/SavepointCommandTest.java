package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavepointCommandTest {

    private static final Path FIXTURE = Path.of("../scoring/src/test/resources/state/savepoint/layout-2-canonical.zip");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSavepointOfAnOlderLayoutIsCopiedAndItsCopyIsNot() throws Exception {
        Path source = unzipped();
        Path copy = folder.resolve("die Kopie für 'uns'");
        assertThat(CommandLineRun.of("savepoint", "migrate", source.toString(), copy.toString()))
                .isEqualTo(new CommandLineRun(0, "Start the job from " + copy + ".\n", ""));
        assertThat(copy.resolve("_metadata")).exists();
        var again = CommandLineRun.of(
                "savepoint", "migrate", copy.toString(), folder.resolve("again").toString(), "--json");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("\"migrated\":false");
        assertThat(folder.resolve("again")).doesNotExist();
    }

    @Test
    void aFolderWithoutASavepointIsRefused() {
        var run = CommandLineRun.of(
                "savepoint",
                "migrate",
                folder.toString(),
                folder.resolve("copy").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Cannot migrate").contains("_metadata");
    }

    private Path unzipped() throws IOException {
        Path source = Files.createDirectories(folder.resolve("a sävepoint"));
        try (var in = new ZipInputStream(Files.newInputStream(FIXTURE))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(source.resolve(Path.of(entry.getName()).getFileName()), in.readAllBytes());
            }
        }
        return source;
    }
}
