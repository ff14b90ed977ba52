package firedrill.scoring.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.engine.LoadJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLoadJournalTest {

    private static final String MODEL = "0123456789ab";
    private static final String SEED = "abcdef012345";

    /** This process's id, as an earlier process had it. */
    private static final String ENDED =
            LoadingProcess.current().pid() + " " + (LoadingProcess.current().startMillis() - 60_000);

    @TempDir
    private Path folder;

    private LoadJournal open() {
        return FileLoadJournal.open(folder, SEED);
    }

    private void processEnds() throws IOException {
        try (var markers = Files.newDirectoryStream(folder, "*.loading")) {
            for (Path marker : markers) {
                Files.writeString(marker, ENDED);
            }
        }
    }

    @Test
    void aLoadThatEndsLeavesNoMarker() throws Exception {
        LoadJournal journal = open();
        try (LoadJournal.Attempt attempt = journal.begin(MODEL, 3)) {
            assertThat(files()).containsExactlyInAnyOrder(MODEL + ".loading", MODEL + ".tried");
        }
        assertThat(files()).containsExactly(MODEL + ".tried");
        assertThat(open().quarantine(MODEL)).isEmpty();
    }

    @Test
    void aLoadThatOutlivesItsProcessPutsTheModelIntoQuarantine() throws Exception {
        LoadJournal.Attempt unfinished = open().begin(MODEL, 3);
        processEnds();
        assertThat(open().quarantine(MODEL))
                .contains("its load was begun and not finished when process "
                        + LoadingProcess.current().pid() + " ended; announce it again to have it loaded once more");
        assertThat(open().quarantine(MODEL)).as("and it stays there").isPresent();
        unfinished.close();
    }

    @Test
    void aLoadOfThisProcessIsNoneThatItOutlived() {
        try (LoadJournal.Attempt attempt = open().begin(MODEL, 3)) {
            assertThat(open().quarantine(MODEL)).isEmpty();
        }
    }

    @Test
    void onlyAnAnnouncementBehindTheOneThatWasTriedReleasesTheModel() throws Exception {
        open().begin(MODEL, 3);
        processEnds();
        LoadJournal journal = open();
        assertThat(journal.release(MODEL, 2)).isFalse();
        assertThat(journal.release(MODEL, 3)).as("the topic is read again").isFalse();
        assertThat(journal.release(MODEL, 4)).isTrue();
        assertThat(journal.quarantine(MODEL)).isEmpty();
        assertThat(journal.release(MODEL, 5)).as("it is free already").isFalse();

        journal.begin(MODEL, 4);
        processEnds();
        assertThat(open().release(MODEL, 4)).as("it was tried once more").isFalse();
    }

    @Test
    void aLoadFromSavedStateRemembersTheAnnouncementThatWasTried() throws Exception {
        open().begin(MODEL, 3).close();
        open().begin(MODEL, LoadJournal.NO_RECORD);
        processEnds();
        assertThat(open().release(MODEL, 3)).isFalse();
        assertThat(open().release(MODEL, 4)).isTrue();
    }

    @Test
    void theSeedModelIsNeverInQuarantine() throws Exception {
        open().begin(SEED, 3);
        processEnds();
        assertThat(open().quarantine(SEED)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aNameThatIsNoVersionBecomesNoFile() throws Exception {
        LoadJournal journal = open();
        journal.begin("../outside", 1);
        assertThat(journal.quarantine("../outside")).isEmpty();
        assertThat(journal.release("../outside", 9)).isFalse();
        assertThat(files()).isEmpty();
        assertThat(folder.resolveSibling("outside.tried")).doesNotExist();
    }

    @Test
    void aDamagedMarkerCountsAsThatOfAnEndedProcess() throws Exception {
        open().begin(MODEL, 3);
        try (var markers = Files.newDirectoryStream(folder, "*.loading")) {
            for (Path marker : markers) {
                Files.writeString(marker, "");
            }
        }
        Files.writeString(folder.resolve(MODEL + ".tried"), "many");
        assertThat(open().quarantine(MODEL)).isPresent();
        assertThat(open().release(MODEL, 0)).isTrue();
    }

    @Test
    void whereNoFileCanBeWrittenModelsAreLoadedAllTheSame() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        LoadJournal journal = FileLoadJournal.open(file, SEED);
        try (LoadJournal.Attempt attempt = journal.begin(MODEL, 3)) {
            assertThat(journal.quarantine(MODEL)).isEmpty();
        }
    }

    /** Without the unique part of a marker's name. */
    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\..*\\.", "."))
                    .toList();
        }
    }
}
