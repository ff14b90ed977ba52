package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.health.StorageFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderWatchTest {

    @TempDir
    Path parent = Path.of("");

    @Test
    void aFolderThatCanBeWrittenIsUsableAndStaysEmpty() throws Exception {
        var folder = Files.createDirectory(parent.resolve("work"));
        assertThat(new WorkFolderWatch(folder).look()).isEqualTo(StorageFacts.usable(folder.toString()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDeletedFolderIsGone() throws Exception {
        var folder = Files.createDirectory(parent.resolve("work"));
        var watch = new WorkFolderWatch(folder);
        Files.delete(folder);
        assertThat(watch.look()).isEqualTo(new StorageFacts(folder.toString(), false, ""));
    }

    @Test
    void aFolderThatCannotBeWrittenSaysWhy() throws Exception {
        var folder = Files.createDirectory(parent.resolve("work"));
        var watch = new WorkFolderWatch(folder);
        // A folder in place of the file: a refusal that holds for every user.
        Files.createDirectories(folder.resolve("space-probe/full"));
        assertThat(watch.look().exists()).isTrue();
        assertThat(watch.look().writeFailure()).isEqualTo("Is a directory");
    }
}
