package firedrill.dashboard.runtime.flink;

import firedrill.dashboard.health.JobFacts;
import firedrill.dashboard.health.JobFacts.JobStage;
import firedrill.dashboard.runtime.JobDeployment;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.job.ScoringJob;
import firedrill.scoring.job.settings.FlinkFolder;
import firedrill.scoring.job.settings.JobSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The scoring job on a cluster inside this process. */
public final class LocalDeployment implements JobDeployment {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final KafkaSettings kafka;
    private final WorkFolder work;
    private final int parallelism;
    private final JobSettings.ScoringSettings scoring;
    private volatile @Nullable FlinkMiniCluster flink;

    public LocalDeployment(KafkaSettings kafka, WorkFolder work, int parallelism, JobSettings.ScoringSettings scoring) {
        this.kafka = kafka;
        this.work = work;
        this.parallelism = parallelism;
        this.scoring = scoring;
    }

    @Override
    public void start() throws UserFacingException, InterruptedException {
        var defaults = JobSettings.forBootstrap(kafka.bootstrapServers());
        var settings = defaults.with(new JobSettings.KafkaConnection(
                        kafka.bootstrapServers(),
                        defaults.kafka().delivery(),
                        kafka.clientProperties(),
                        latestOffsets()))
                .with(scoring.withLoadJournal(work.loadJournal().toString()));
        var execution =
                settings.execution().withParallelism(parallelism).withCheckpoints(FlinkFolder.text(work.checkpoints()));
        deleteCheckpoints();
        flink = FlinkMiniCluster.start(
                env -> ScoringJob.define(env, settings.with(execution)),
                parallelism,
                work.temporary(),
                Optional.empty(),
                START_TIMEOUT);
    }

    /** Deletes the checkpoints of earlier runs: each run starts with empty state. */
    private void deleteCheckpoints() throws UserFacingException {
        var checkpoints = work.checkpoints();
        try {
            WorkFolder.deleteRecursively(checkpoints);
        } catch (IOException refused) {
            throw new UserFacingException(
                    "Cannot delete " + checkpoints + " (" + WorkFolder.describe(refused)
                            + "): make it writable, or choose" + " another folder with --work FOLDER.",
                    refused);
        }
    }

    /** End offsets of events and outcomes of earlier runs, which this job skips. */
    private Map<TopicPartition, Long> latestOffsets() {
        try (var consumer = kafka.consumer("firedrill-job-start")) {
            return consumer.endOffsets(Stream.of(Topics.EVENTS, Topics.OUTCOMES)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
        }
    }

    @Override
    public void stop(Duration patience) {
        var running = flink;
        flink = null;
        if (running != null) {
            running.close(patience);
        }
    }

    @Override
    public boolean isManaged() {
        return true;
    }

    @Override
    public JobFacts facts() {
        var running = flink;
        return running == null ? JobFacts.of(JobStage.NOT_STARTED) : running.facts();
    }
}
