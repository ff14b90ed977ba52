package firedrill.dashboard.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.lab.LabVectors;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.job.ParityRun;
import firedrill.scoring.model.artifact.ModelFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One recorded hour, three ways. */
class ThreeWayParityTest {

    private static final int USERS = 2_000;
    /**
     * One in whose hour no memory is told of more labels ahead than it holds. Half of all that happened is reported within
     * half an hour here, which no victim does: on some seeds a share counts a label late for it, as RiskState says.
     */
    private static final long SEED = 4;

    @TempDir
    Path checkpoints = Path.of("");

    @Test
    void aRecordedHourHasTheSameVectorsInTheJobInTheLabAndInTraining() throws Exception {
        var hour = ParityRun.of(USERS, SEED);
        var lab = LabVectors.of(
                hour::replay,
                ScoringBundle.shipped().createDecider(),
                ModelFile.loadBundled().reference());
        assertThat(lab).hasSizeGreaterThan(2_000).containsOnlyKeys(hour.decidedEventIds());
        assertThat(lab.values())
                .as("some know of fraud and of clusters")
                .anyMatch(vector -> vector.at(Feature.DEVICE_CONFIRMED_SHARE.ordinal()) > 0)
                .anyMatch(vector -> vector.at(Feature.ADDRESS_CLUSTER_USERS.ordinal()) > 0);
        assertThat(hour.trainingVectors()).isEqualTo(lab);
        assertThat(hour.jobVectors(checkpoints)).isEqualTo(lab);
    }
}
