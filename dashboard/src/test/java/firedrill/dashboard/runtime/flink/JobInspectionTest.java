package firedrill.dashboard.runtime.flink;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.health.JobFacts;
import firedrill.dashboard.health.JobFacts.JobStage;
import java.io.IOException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.executiongraph.ArchivedExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobInspectionTest {

    @Test
    void aJobThatHasEndedIsNotSaidToRestart() {
        assertThat(facts(JobStatus.CANCELED, null)).isEqualTo(JobFacts.of(JobStage.CANCELED));
        assertThat(facts(JobStatus.FINISHED, null)).isEqualTo(JobFacts.of(JobStage.FINISHED));
    }

    @Test
    void aJobThatIsBeingRestartedSaysSo() {
        assertThat(facts(JobStatus.RESTARTING, null).stage()).isEqualTo(JobStage.RESTARTING);
        assertThat(facts(JobStatus.CREATED, null).stage()).isEqualTo(JobStage.RESTARTING);
    }

    @Test
    void aFailedJobCarriesTheSystemsReason() {
        var full = new IllegalStateException("task failed", new IOException("No space left on device"));
        assertThat(facts(JobStatus.FAILED, full))
                .isEqualTo(new JobFacts(JobStage.FAILED, "No space left on device", null, ""));
    }

    private static JobFacts facts(JobStatus status, @Nullable Throwable failure) {
        return JobInspection.facts(ArchivedExecutionGraph.createSparseArchivedExecutionGraph(
                new JobID(), "scoring", status, JobType.STREAMING, failure, null, 0));
    }
}
