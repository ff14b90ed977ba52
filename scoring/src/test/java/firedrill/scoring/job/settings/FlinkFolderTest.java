package firedrill.scoring.job.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkFolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void flinkWritesWhereTheFolderIsWhateverItsName() throws IOException {
        List<String> names = Stream.of(
                        "plain", "a blank", "wörk ü", "it's", "100%", "a%20b", "#1", "a+b&c", "[x] {y}", "日本")
                .filter(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
                        .newEncoder()::canEncode)
                .toList();
        for (String name : names) {
            Path local = folder.resolve(name);
            var file = new org.apache.flink.core.fs.Path(FlinkFolder.text(local), "checkpoint");
            try (var out = file.getFileSystem().create(file, WriteMode.NO_OVERWRITE)) {
                out.write(7);
            }
            assertThat(local.resolve("checkpoint")).hasBinaryContent(new byte[] {7});
        }
        try (var folders = Files.list(folder)) {
            assertThat(folders).hasSameSizeAs(names);
        }
    }

    @Test
    void aRelativeFolderIsMadeAbsolute() {
        Path relative = Path.of("a b");

        assertThat(FlinkFolder.text(relative)).isEqualTo(FlinkFolder.text(relative.toAbsolutePath()));
    }
}
