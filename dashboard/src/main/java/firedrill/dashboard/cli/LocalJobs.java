package firedrill.dashboard.cli;

import firedrill.dashboard.web.Health;
import firedrill.ingest.event.Topics;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.job.JobSettings;
import firedrill.scoring.job.ScoringJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The scoring job on a cluster inside this process. */
final class LocalJobs implements Jobs {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaSettings kafka;
    private final Path checkpoints;
    private final int parallelism;
    private volatile @Nullable LocalFlink flink;

    LocalJobs(KafkaSettings kafka, Path checkpoints, int parallelism) {
        this.kafka = kafka;
        this.checkpoints = checkpoints;
        this.parallelism = parallelism;
    }

    @Override
    public void start() throws CliFailure, InterruptedException {
        var defaults = JobSettings.at(kafka.bootstrap());
        var settings = defaults.with(
                new JobSettings.Kafka(kafka.bootstrap(), defaults.kafka().delivery(), kafka.extra(), endOfEvents()));
        var execution = settings.execution()
                .withParallelism(parallelism)
                .withCheckpoints(checkpoints.toUri().toString());
        forgetEarlierRuns();
        flink = LocalFlink.start(
                env -> ScoringJob.define(env, settings.with(execution)), parallelism, Optional.empty(), PATIENCE);
    }

    /** Each run has a job without memory; what earlier ones saved is of no use. */
    private void forgetEarlierRuns() throws CliFailure {
        try {
            WorkFolder.delete(checkpoints);
        } catch (IOException refused) {
            throw new CliFailure(
                    "Cannot delete " + checkpoints + " (" + WorkFolder.reason(refused)
                            + "): make it writable, or choose" + " another folder with --work FOLDER.",
                    refused);
        }
    }

    /** Where the events and the outcomes of earlier runs end: they are not decided again, and teach this run's job nothing. */
    private Map<TopicPartition, Long> endOfEvents() {
        try (var consumer = kafka.consumer("firedrill-job-start")) {
            return consumer.endOffsets(Stream.of(Topics.EVENTS, Topics.OUTCOMES)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
        }
    }

    @Override
    public void stop() {
        var running = flink;
        flink = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public Health.Check health() {
        var running = flink;
        if (running == null) {
            return new Health.Check("job", false, "is not running");
        }
        return running.isRunning()
                ? new Health.Check("job", true, "runs")
                : new Health.Check("job", false, "is being restarted by Flink: see firedrill.log in the work folder");
    }
}
