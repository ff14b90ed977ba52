package firedrill.dashboard.runtime.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firedrill.dashboard.runtime.ListeningSockets;
import firedrill.dashboard.runtime.OddFolder;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WithdrawalFixture;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.dashboard.runtime.broker.BrokerProcess;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import firedrill.scoring.decision.DecidedBy;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.settings.JobSettings.ExecutionSettings;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkMiniClusterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("");

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void theJobDecidesAndKeepsItsStateAcrossAResumeInAFolderOfAnyName() throws Exception {
        try (var work = WorkFolder.open(OddFolder.in(folder));
                var broker = BrokerProcess.start(work, false, said::add)) {
            var kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, PATIENCE);
            var settings = JobSettings.forBootstrap(broker.bootstrap())
                    .with(new ExecutionSettings(1, Duration.ZERO, null, Duration.ofMillis(200)))
                    // A cold job on a busy machine may take longer than the usual budget; the rules would decide then.
                    .with(ScoringSettings.DEFAULT.withLatencyBudget(Duration.ofMinutes(1)));
            try (var flink = FlinkMiniCluster.startScoringJob(settings, work, false)) {
                assertThat(flink.isRunning()).isTrue();
                ask(kafka, 1);
                assertThat(decisions(kafka, 1).get(0).decidedBy()).isEqualTo(DecidedBy.MODEL);
                var before = FlinkMiniCluster.latestCheckpoint(work.checkpoints());
                // The first of these may have begun before the decision, the one after it did not.
                awaitCheckpointAfter(work, awaitCheckpointAfter(work, before));
            }
            try (var flink = FlinkMiniCluster.startScoringJob(settings, work, true)) {
                assertThat(flink.isRunning()).isTrue();
                ask(kafka, 2);
                var second = decisions(kafka, 2).get(1);
                assertThat(second.eventId()).isEqualTo(2);
                assertThat(second.features().at(Feature.WITHDRAWALS_1H.ordinal()))
                        .isEqualTo(1);
            }
        }
        try (var beside = Files.list(folder)) {
            assertThat(beside).hasSize(1);
        }
    }

    @Test
    void aRunningJobListensOnNoPortAndKeepsItsTemporaryFilesInItsFolder() throws Exception {
        assumeTrue(ListeningSockets.areListed(), "this machine has no /proc/net/tcp");
        var before = ListeningSockets.of(Stream.of(ProcessHandle.current()));
        var temporary = folder.resolve("a b ä");
        try (var flink = FlinkMiniCluster.start(
                env -> env.fromSequence(0, Long.MAX_VALUE).sinkTo(new DiscardingSink<>()),
                1,
                temporary,
                Optional.empty(),
                PATIENCE)) {
            assertThat(flink.isRunning()).isTrue();
            assertThat(ListeningSockets.of(Stream.of(ProcessHandle.current()))).isEqualTo(before);
            assertThat(temporary).isNotEmptyDirectory();
        }
        assertThat(temporary).doesNotExist();
    }

    @Test
    void aFullTemporaryFolderIsNamed() {
        assertThatThrownBy(() -> TemporaryFolder.requireSpace(folder, 3L << 20))
                .isInstanceOf(UserFacingException.class)
                .hasMessage(
                        "Only 3 MB are free in " + folder + ", where Flink keeps temporary files, and 100 are needed:"
                                + " make room, or choose another folder with --work FOLDER.");
    }

    @Test
    void aJobThatCannotStartIsRefused() {
        var nowhere = Optional.of(folder.resolve("chk-1"));
        assertThatThrownBy(() -> FlinkMiniCluster.start(
                        env -> env.fromData(1).print(), 1, folder.resolve("temporary"), nowhere, PATIENCE))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("see firedrill.log in the work folder");
    }

    private static Optional<Path> awaitCheckpointAfter(WorkFolder work, Optional<Path> earlier) {
        return await().atMost(PATIENCE)
                .until(
                        () -> FlinkMiniCluster.latestCheckpoint(work.checkpoints()),
                        latest -> latest.isPresent() && !latest.equals(earlier));
    }

    private static void ask(KafkaSettings kafka, long id) throws Exception {
        var event = WithdrawalFixture.withdrawal(id);
        try (var producer = kafka.producer("test")) {
            producer.send(new ProducerRecord<>(Topics.EVENTS, EventCodec.key(11), EventCodec.encode(event)))
                    .get();
        }
    }

    private static List<Decision> decisions(KafkaSettings kafka, int count) throws Exception {
        var decisions = new ArrayList<Decision>();
        try (var consumer = kafka.consumer("test")) {
            consumer.assign(List.of(new TopicPartition(Topics.DECISIONS, 0)));
            long endNanos = System.nanoTime() + PATIENCE.toNanos();
            while (decisions.size() < count && System.nanoTime() < endNanos) {
                for (var entry : consumer.poll(Duration.ofMillis(100))) {
                    decisions.add(DecisionCodec.decode(entry.value()));
                }
            }
        }
        assertThat(decisions).hasSize(count);
        return decisions;
    }
}
