package firedrill.dashboard.runtime.flink;

import firedrill.dashboard.health.FailureCause;
import firedrill.dashboard.health.JobFacts;
import firedrill.dashboard.health.JobFacts.JobStage;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.jspecify.annotations.Nullable;

/** Reads the state of a job from its execution graph. */
final class JobInspection {

    static JobFacts facts(AccessExecutionGraph graph) {
        return new JobFacts(stage(graph), failure(graph), checkpointAgeMillis(graph), checkpointFailure(graph));
    }

    static boolean isEveryTaskRunning(AccessExecutionGraph graph) {
        return graph.getState() == JobStatus.RUNNING
                && StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                        .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    /** The cause of the last failure in words; empty without one. */
    static String failure(AccessExecutionGraph graph) {
        var failure = graph.getFailureInfo();
        return failure == null ? "" : FailureCause.ofText(failure.getExceptionAsString());
    }

    private static JobStage stage(AccessExecutionGraph graph) {
        return switch (graph.getState()) {
            case CANCELED, CANCELLING -> JobStage.CANCELED;
            case FINISHED -> JobStage.FINISHED;
            case FAILED -> JobStage.FAILED;
            default -> isEveryTaskRunning(graph) ? JobStage.RUNNING : JobStage.RESTARTING;
        };
    }

    private static @Nullable Long checkpointAgeMillis(AccessExecutionGraph graph) {
        @Nullable CheckpointStatsSnapshot checkpoints = graph.getCheckpointStatsSnapshot();
        if (checkpoints == null) {
            return null;
        }
        var completed = checkpoints.getHistory().getLatestCompletedCheckpoint();
        long since =
                completed == null ? graph.getStatusTimestamp(JobStatus.RUNNING) : completed.getLatestAckTimestamp();
        return Math.max(0, System.currentTimeMillis() - since);
    }

    /** Empty if the last checkpoint that ended is complete. */
    private static String checkpointFailure(AccessExecutionGraph graph) {
        @Nullable CheckpointStatsSnapshot checkpoints = graph.getCheckpointStatsSnapshot();
        var failed = checkpoints == null ? null : checkpoints.getHistory().getLatestFailedCheckpoint();
        if (checkpoints == null || failed == null) {
            return "";
        }
        var completed = checkpoints.getHistory().getLatestCompletedCheckpoint();
        boolean isOutdated = completed != null && completed.getCheckpointId() > failed.getCheckpointId();
        var message = failed.getFailureMessage();
        return isOutdated || message == null ? "" : FailureCause.ofText(message);
    }

    private JobInspection() {}
}
