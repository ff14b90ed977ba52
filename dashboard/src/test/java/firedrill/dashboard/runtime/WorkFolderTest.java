package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    private static final String CLUSTER = "XL6uedVMTnaL2TwfjQ7ATQ";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFolderThatIsAbsentOrEmptyBecomesAWorkFolderAndStaysOne() throws Exception {
        for (var path : List.of(folder.resolve("absent/below"), Files.createDirectory(folder.resolve("empty")))) {
            WorkFolder.open(path).close();
            assertThat(path.resolve("firedrill-work-folder")).content().startsWith("layout 1\n");
            write(path, "anything/at/all.txt");
            WorkFolder.open(path).close();
        }
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedAndNothingInItIsTouched() throws Exception {
        write(folder, "checkpoints/epoch10/weights.bin");
        write(folder, "broker/data/mine.txt");
        var before = tree(folder);

        assertRefused(folder, "holds files that no run of Firedrill made (broker, checkpoints)", "with --work FOLDER");
        assertThat(tree(folder)).isEqualTo(before);
    }

    @Test
    void oneFileOfSomebodyElseIsEnoughForARefusal() throws Exception {
        for (var name : List.of(
                "notes.txt",
                "checkpoints/a",
                "broker/x",
                "lock/x",
                "firedrill.log/x",
                "checkpoints/chk-1/x",
                "broker/data/meta.properties",
                "bench/mine.txt",
                ".hidden")) {
            var other = Files.createDirectory(folder.resolve("other" + name.replace('/', '-')));
            write(other, name);
            assertRefused(other, "holds files that no run of Firedrill made");
        }
    }

    @Test
    void aLockThatHoldsNoProcessIdIsSomebodyElses() throws Exception {
        Files.writeString(folder.resolve("lock"), "the combination is 1234");

        assertRefused(folder, "(lock)");
        assertThat(folder.resolve("lock")).hasContent("the combination is 1234");
    }

    @Test
    void theWorkFolderOfAVersionBeforeTheMarkIsRecognised() throws Exception {
        earlierRun(folder);
        earlierRun(folder.resolve("bench"));

        WorkFolder.open(folder).close();
        assertThat(folder.resolve("firedrill-work-folder")).exists();
    }

    @Test
    void aFileAmongTheBrokersDataOfAnEarlierVersionIsSomebodyElses() throws Exception {
        earlierRun(folder);
        write(folder, "broker/data/mine.txt");

        assertRefused(folder, "holds files that no run of Firedrill made");
    }

    @Test
    void theDataOfAnotherBrokerAreSomebodyElses() throws Exception {
        earlierRun(folder);
        Files.writeString(folder.resolve("broker/cluster-id"), "otherotherotherother00");

        assertRefused(folder, "holds files that no run of Firedrill made");
    }

    @Test
    void checkpointsWithoutALockAreSomebodyElses() throws Exception {
        write(folder, "checkpoints/0123456789abcdef0123456789abcdef/chk-1/_metadata");

        assertRefused(folder, "holds files that no run of Firedrill made");
    }

    @Test
    void aLogAloneIsNoReasonToRefuse() throws Exception {
        write(folder, "firedrill.log");
        write(folder, "firedrill.log.1");

        WorkFolder.open(folder).close();
    }

    @Test
    void aMarkThatWasNotWrittenToItsEndIsWrittenAgain() throws Exception {
        Files.createFile(folder.resolve("firedrill-work-folder"));

        WorkFolder.open(folder).close();
        assertThat(folder.resolve("firedrill-work-folder")).content().startsWith("layout 1\n");
    }

    @Test
    void aWorkFolderOfANewerVersionIsRefused() throws Exception {
        Files.writeString(folder.resolve("firedrill-work-folder"), "layout 2\n");

        assertRefused(folder, "newer version of Firedrill (layout 2, this version has 1)");
    }

    @Test
    void aFileIsNoWorkFolder() throws Exception {
        var file = Files.writeString(folder.resolve("a-file"), "mine");

        assertRefused(file, file + " is no folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderBelowIsRefusedWithTheFolderAboveIt() throws Exception {
        write(folder, "notes.txt");

        assertThatThrownBy(() -> WorkFolder.openBelow(folder, "bench")).hasMessageContaining("(notes.txt)");
        assertThat(folder.resolve("bench")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void aSymbolicLinkInAWorkFolderIsRefused() throws Exception {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        write(elsewhere, "data/mine.txt");
        var work = folder.resolve("work");
        WorkFolder.open(work).close();
        Files.createSymbolicLink(work.resolve("broker"), elsewhere);

        assertRefused(work, work.resolve("broker") + " in the work folder is a symbolic link");
        Files.delete(work.resolve("broker"));
        Files.createSymbolicLink(Files.createDirectory(work.resolve("broker")).resolve("ports"), elsewhere);
        assertRefused(work, work.resolve("broker/ports") + " in the work folder is a symbolic link");
        assertThat(elsewhere.resolve("data/mine.txt")).exists();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void deletingDoesNotFollowLinks() throws Exception {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        write(elsewhere, "mine.txt");
        write(folder, "data/topic-0/00.log");
        Files.createSymbolicLink(folder.resolve("data/link"), elsewhere);
        Files.createSymbolicLink(folder.resolve("checkpoints"), elsewhere);
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("absent"));

        for (var name : List.of("data", "checkpoints", "nowhere", "absent")) {
            WorkFolder.deleteRecursively(folder.resolve(name));
        }
        assertThat(tree(folder)).containsExactly("elsewhere", "elsewhere/mine.txt");
    }

    private static void earlierRun(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lock"), "4711");
        for (var name : List.of(
                "firedrill.log",
                "broker/ports",
                "broker/process.lock",
                "broker/server.properties",
                "broker/classpath.args",
                "broker/broker.log",
                "broker/data/.lock",
                "broker/data/.kafka_cleanshutdown",
                "broker/data/bootstrap.checkpoint",
                "broker/data/cleaner-offset-checkpoint",
                "broker/data/__cluster_metadata-0/00.log",
                "broker/data/exchange.events-0/00.log",
                "checkpoints/0123456789abcdef0123456789abcdef/chk-12/_metadata",
                "checkpoints/0123456789abcdef0123456789abcdef/shared/x",
                "checkpoints/migrated/chk-3/_metadata")) {
            write(folder, name);
        }
        Files.writeString(folder.resolve("broker/cluster-id"), CLUSTER);
        Files.writeString(
                folder.resolve("broker/data/meta.properties"), "#\nnode.id=1\nversion=1\ncluster.id=" + CLUSTER + "\n");
    }

    private static void write(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
    }

    private static void assertRefused(Path folder, String... words) {
        assertThatThrownBy(() -> WorkFolder.open(folder))
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        refused -> assertThat(refused.isInvalidInput()).isTrue())
                .hasMessageContainingAll(words);
    }

    private static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        }
    }
}
