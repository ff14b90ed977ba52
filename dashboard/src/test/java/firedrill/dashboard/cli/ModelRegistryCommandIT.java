package firedrill.dashboard.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firedrill.dashboard.monitor.TopicFeed;
import firedrill.dashboard.runtime.RecordedRun;
import firedrill.dashboard.runtime.SeedModel;
import firedrill.dashboard.runtime.WithdrawalFixture;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.dashboard.runtime.broker.BrokerProcess;
import firedrill.dashboard.runtime.flink.FlinkMiniCluster;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.SignalFunctions;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.settings.JobSettings.ExecutionSettings;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.Recalibration;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry for real: broker, job, and the commands that a person types. */
class ModelRegistryCommandIT {

    /** All have one key, and the topic keeps the last of a key alone, sooner or later. */
    private static final int AT_A_TIME = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder = Path.of("");

    private String bootstrap = "";
    private long lastEvent;
    private final RecordedRun recorded = new RecordedRun();

    @Test
    void aModelIsAnnouncedPromotedRolledBackStagedAndShadowedAcrossARestart() throws Exception {
        try (var work = WorkFolder.open(folder.resolve("work"));
                var broker = BrokerProcess.start(work, false, line -> {})) {
            bootstrap = broker.bootstrap();
            var kafka = KafkaSettings.at(bootstrap);
            TopicSetup.create(kafka, 1, PATIENCE);
            try (var feed = new TopicFeed(kafka, recorded)) {
                feed.start();
                play(kafka, work);
            }
        }
    }

    private void play(KafkaSettings kafka, WorkFolder work) throws Exception {
        var settings = JobSettings.forBootstrap(bootstrap)
                .with(new ExecutionSettings(1, Duration.ZERO, null, Duration.ofMillis(200)))
                // A cold job on a busy machine may take longer than the usual budget; the rules would decide then.
                .with(ScoringSettings.DEFAULT.withLatencyBudget(Duration.ofMinutes(1)));
        String shipped = ModelFile.loadBundled().scorer().hash();
        ModelArtifact packed = Recalibration.shiftLogOdds(ModelFile.readBundled(), -0.5, "milder");
        String milder = packed.open().scorer().hash();
        ModelFile.write(folder.resolve("milder.tribuo"), packed);
        try (var flink = FlinkMiniCluster.startScoringJob(settings, work, false)) {
            assertThat(flink.isRunning()).isTrue();
            SeedModel.announce(kafka, 5);
            await().atMost(PATIENCE).until(() -> versions().size() == 1);
            assertThat(asked(kafka, 1).versions().modelHash()).isEqualTo(shipped);

            model("add", folder.resolve("milder.tribuo").toString(), "--by", "ana", "--why", "cheaper");
            model("promote", milder.substring(0, 6), "--by", "ana", "--why", "cheaper in shadow");
            long promoted = awaitDecider(kafka, milder).eventId();
            assertThat(model("provenance", Long.toString(promoted))
                            .get("assignedBy")
                            .asText())
                    .isEqualTo("ana");
            refusesDamagedCopies(kafka, milder);
            assertThat(asked(kafka, 1).versions().modelHash()).isEqualTo(milder);
            awaitCheckpoint(work);
            awaitCheckpoint(work);
        }
        try (var flink = FlinkMiniCluster.startScoringJob(settings, work, true)) {
            assertThat(flink.isRunning()).isTrue();
            assertThat(asked(kafka, 1).versions().modelHash())
                    .as("the first event after a restart")
                    .isEqualTo(milder);

            model("rollback", "--by", "ben", "--why", "too mild");
            assertThat(awaitDecider(kafka, shipped).versions().role()).isEqualTo(ModelRole.CHAMPION);
            model("stage", milder, "--share", "1");
            assertThat(awaitDecider(kafka, milder).versions().role()).isEqualTo(ModelRole.STAGED);
            model("stage", milder, "--share", "0");
            awaitDecider(kafka, shipped);
            model("shadow", milder);
            await().atMost(PATIENCE).until(() -> {
                asked(kafka, 1);
                return !recorded.shadows.isEmpty();
            });
            var compared = model("compare").get("comparisons").get(0);
            assertThat(compared.get("challenger").asText()).isEqualTo(milder);
            assertThat(compared.get("decider").asText()).isEqualTo(shipped);
            model("shadow", milder, "--off");
            model("retire", milder);
            var refused = CommandLineRun.of("model", "promote", milder, "--bootstrap", bootstrap);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("Nothing was changed: " + milder + " is retired.");
            assertThat(model("history").get("orders")).hasSize(9);
            listsAForgedOrderOnOneLine(kafka, milder);
            assertThat(recorded.decisionsPerEvent().values()).containsOnly(1L);
        }
    }

    /** Bits, cuts, and a size that is not true; under the champion's own name, which is the worst. */
    private void refusesDamagedCopies(KafkaSettings kafka, String champion) throws Exception {
        var random = new SplittableRandom(11);
        byte[] good = ModelAnnouncementCodec.encode(
                ModelAnnouncement.of(ModelFile.readArtifact(folder.resolve("milder.tribuo")), 0, "eve", "harm"));
        try (var producer = kafka.producer("eve")) {
            for (int copy = 0; copy < 200; copy++) {
                byte[] bad = copy % 4 == 3 ? Arrays.copyOf(good, random.nextInt(1, good.length - 1)) : good.clone();
                // Behind the names, so that it is the model or its sidecar that is damaged.
                bad[bad.length - 1 - random.nextInt(Math.min(bad.length, good.length - 400))] ^= (byte) (1 << copy % 8);
                producer.send(new ProducerRecord<>(Topics.MODELS, champion.getBytes(UTF_8), bad))
                        .get(30, SECONDS);
                if ((copy + 1) % AT_A_TIME == 0) {
                    awaitRefusals(copy + 1);
                }
            }
        }
        assertThat(versions()).as("none came in").hasSize(2);
        assertThat(recorded.signals)
                .extracting(signal -> signal.match(new SignalFunctions<Optional<String>>(
                        report -> Optional.empty(),
                        change -> Optional.empty(),
                        refusal -> Optional.of(refusal.reason()),
                        quarantine -> Optional.empty())))
                .filteredOn(Optional::isPresent)
                .allSatisfy(reason -> assertThat(reason.get()).isNotBlank().doesNotContain("\n"));
    }

    /** The limits of the command line do not bind a writer to the topic. */
    private void listsAForgedOrderOnOneLine(KafkaSettings kafka, String model) throws Exception {
        var forged = new ModelCommand(
                0, 5, "evil\u001b[2J", "fine\n   10  retired", "forged", new ModelOrder.Promote(model));
        try (var producer = kafka.producer("eve")) {
            producer.send(new ProducerRecord<>(Topics.CONTROL, ControlCodec.key(forged), ControlCodec.encode(forged)))
                    .get(30, SECONDS);
        }
        var history = CommandLineRun.of("model", "history", "--bootstrap", bootstrap);
        assertThat(history.code()).isZero();
        assertThat(history.out())
                .contains("by evil\\u001b[2J: fine\\n   10  retired")
                .doesNotContain("\u001b");
    }

    private void awaitRefusals(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(recorded.signals)
                        .filteredOn(Refusal.class::isInstance)
                        .hasSize(count));
    }

    private JsonNode model(String... command) throws Exception {
        String[] all = Arrays.copyOf(command, command.length + 3);
        all[command.length] = "--bootstrap";
        all[command.length + 1] = bootstrap;
        all[command.length + 2] = "--json";
        String[] whole = new String[all.length + 1];
        whole[0] = "model";
        System.arraycopy(all, 0, whole, 1, all.length);
        var run = CommandLineRun.of(whole);
        assertThat(run.code()).as(String.join(" ", whole) + ": " + run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private List<JsonNode> versions() throws Exception {
        var versions = new ArrayList<JsonNode>();
        model("list").get("versions").forEach(versions::add);
        return versions;
    }

    private Decision awaitDecider(KafkaSettings kafka, String model) {
        return await().atMost(PATIENCE)
                .until(
                        () -> asked(kafka, 1),
                        decision -> decision.versions().modelHash().equals(model));
    }

    /** Asks so many times, and waits for the last answer. */
    private Decision asked(KafkaSettings kafka, int times) throws Exception {
        try (var producer = kafka.producer("test")) {
            for (int i = 0; i < times; i++) {
                var event = WithdrawalFixture.withdrawal(++lastEvent);
                producer.send(new ProducerRecord<>(
                                Topics.EVENTS, EventCodec.key(event.userId()), EventCodec.encode(event)))
                        .get(30, SECONDS);
            }
        }
        long wanted = lastEvent;
        return await().atMost(PATIENCE)
                .until(() -> recorded.decision(wanted), Optional::isPresent)
                .orElseThrow();
    }

    private static void awaitCheckpoint(WorkFolder work) throws Exception {
        var before = FlinkMiniCluster.latestCheckpoint(work.checkpoints());
        await().atMost(PATIENCE)
                .until(
                        () -> FlinkMiniCluster.latestCheckpoint(work.checkpoints()),
                        latest -> latest.isPresent() && !latest.equals(before));
    }
}
