package firedrill.scoring.job;

import firedrill.scoring.job.settings.JobSettings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;

/** Flink options of the graph, on any cluster. */
final class FlinkConfiguration {

    static Configuration of(JobSettings.ExecutionSettings execution) {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, execution.parallelism());
        configuration.set(PipelineOptions.MAX_PARALLELISM, JobSettings.ExecutionSettings.MAX_PARALLELISM);
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, execution.bufferTimeout());
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // A type that would fall back to Kryo, or an operator without a uid, stops the job here.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        restarts(configuration);
        if (execution.checkpointUri() != null) {
            checkpoints(configuration, execution.checkpointUri(), execution.checkpointInterval());
        }
        return configuration;
    }

    /** Restarts without limit, with exponential back-off: a stopped fraud engine is worse than a late one. */
    private static void restarts(Configuration configuration) {
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(200));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(5));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(1));
    }

    /** Failed checkpoints (full disk, unavailable broker) do not stop the decisions. */
    private static void checkpoints(Configuration configuration, String folder, Duration every) {
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder);
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(1));
        configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, every.dividedBy(2));
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }

    private FlinkConfiguration() {}
}
