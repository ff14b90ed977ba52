package firedrill.dashboard.health;

import org.jspecify.annotations.Nullable;

/**
 * The scoring job at one moment.
 *
 * @param failure the cause of the last failure in words; empty without one
 * @param checkpointAgeMillis since the last complete checkpoint, or since the start without one; null if it is unknown
 * @param checkpointFailure why the last checkpoint failed, in words; empty if it did not
 */
public record JobFacts(
        JobStage stage, String failure, @Nullable Long checkpointAgeMillis, String checkpointFailure) {

    /** Stage of a job. */
    public enum JobStage {
        NOT_STARTED,
        RUNNING,
        /** Some part of it does not run at the moment. */
        RESTARTING,
        CANCELED,
        FINISHED,
        /** Ended by its failure. */
        FAILED,
        /** On a cluster that this process does not see. */
        EXTERNAL
    }

    /** A stage about which nothing else is known. */
    public static JobFacts of(JobStage stage) {
        return new JobFacts(stage, "", null, "");
    }
}
