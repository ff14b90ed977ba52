package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.cli.GoldenRuns.LabRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same seed gives the same result as when the fixtures were recorded, to the byte. A change that moves the numbers on
 * purpose records them anew, by the command that CONTRIBUTING.md names.
 */
class GoldenRunsTest {

    @TempDir
    private Path folder = Path.of("");

    private static final boolean IS_RECORDING = "write".equals(System.getProperty("firedrill.golden"));

    static Stream<LabRun> lab() {
        return Stream.of(GoldenRuns.LAB);
    }

    @ParameterizedTest
    @MethodSource("lab")
    void aRunOfTheLabHasTheRecordedBillAndLedger(LabRun run) throws IOException {
        check(run.file(), run.result(folder));
    }

    @Test
    void aTrainingSetHasTheRecordedRows() throws Exception {
        check(GoldenRuns.TRAINING_FILE, GoldenRuns.trainingSet());
    }

    @Test
    void aRecordedHourHasTheRecordedVectorsAndDecisions() throws Exception {
        check(GoldenRuns.HOUR_FILE, GoldenRuns.recordedHour());
    }

    private static void check(String file, String result) throws IOException {
        var fixture = GoldenRuns.FOLDER.resolve(file);
        if (IS_RECORDING) {
            Files.createDirectories(GoldenRuns.FOLDER);
            Files.writeString(fixture, result);
        }
        assertThat(result).isEqualTo(Files.readString(fixture));
    }
}
