package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.event.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults in a headless run: it ends in bounded time, with the cause in words and a code other than 0. */
class RunFaultIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** From the fault to the end of the command; a run without a fault would last an hour. */
    private static final Duration BOUND = Duration.ofMinutes(3);

    @TempDir
    Path folder = Path.of("");

    private Path work = Path.of("");

    @BeforeEach
    void chooseWorkFolder() {
        work = folder.resolve("work");
    }

    @Test
    void aBrokerThatIsKilledAgainAndAgainIsGivenUp() throws Exception {
        var run = startRun("3600");
        while (!run.isDone()) {
            brokers().forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(200); // Between two looks at another process, which says nothing when it ends.
        }
        assertEnded(run, "The Kafka broker ended 4 times right after its start, last with code 137");
    }

    @Test
    void aDeletedWorkFolderEndsTheRun() throws Exception {
        var run = startRun("3600");
        deleteWithABrokerInside(work);
        assertEnded(run, "The work folder " + work + " was deleted. Start again with ./firedrill up.");
    }

    @Test
    void aRecordThatKafkaRefusesForGoodEndsTheRun() throws Exception {
        var run = startRun("3600");
        try (var admin = admin()) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.EVENTS);
            var smallest = new AlterConfigOp(new ConfigEntry("max.message.bytes", "50"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(smallest)))
                    .all()
                    .get();
        }
        assertEnded(run, "The exchange has failed: Kafka rejected a record permanently");
    }

    @Test
    void aDeletedTopicIsNamedAndTheRunEndsAtItsTime() throws Exception {
        var run = startRun("45");
        try (var admin = admin()) {
            admin.deleteTopics(List.of(Topics.DECISIONS)).all().get();
        }
        assertEnded(run, "has lost the topic fraud.decisions. End this run; the next ./firedrill up creates it.");
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        mountSmallDisk();
        try {
            var run = startRun("3600");
            fill(work.resolve("filler"));
            assertEnded(run, "(No space left on device)");
        } finally {
            execute("umount", "-l", work.toString());
        }
    }

    @Test
    void aSecondExchangeOnTheSameKafkaIsRefusedAndTheFirstOneGoesOn() throws Exception {
        var first = startRun("3600");
        var second = CommandLineRun.of(
                "up",
                "--headless",
                "--users",
                "800",
                "--bootstrap",
                WorkFolder.readBootstrap(work).orElseThrow(),
                "--work",
                folder.resolve("second").toString());
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err())
                .contains("Another exchange (process " + ProcessHandle.current().pid() + " at 127.0.0.1) publishes on")
                .contains("End it, or name another Kafka with --bootstrap HOST:PORT.");
        assertThat(second.out()).isEmpty();
        long before = decisionCount();
        await().atMost(PATIENCE).until(() -> decisionCount() > before);
        assertThat(first).isNotDone();
        deleteWithABrokerInside(work);
        assertEnded(first, "was deleted");
    }

    /** A run of {@code seconds}, once its work folder names its Kafka and requests are decided. */
    private CompletableFuture<CommandLineRun> startRun(String seconds) {
        var run = CompletableFuture.supplyAsync(() -> CommandLineRun.of(
                "up", "--headless", "--users", "800", "--seconds", seconds, "--work", work.toString()));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> run.isDone() || hasDecisions());
        assertThat(run).isNotDone();
        return run;
    }

    private boolean hasDecisions() throws Exception {
        return WorkFolder.readBootstrap(work).isPresent() && decisionCount() > 0;
    }

    private long decisionCount() throws Exception {
        var decisions = new TopicPartition(Topics.DECISIONS, 0);
        try (var admin = admin()) {
            return admin.listOffsets(Map.of(decisions, OffsetSpec.latest()))
                    .partitionResult(decisions)
                    .get()
                    .offset();
        }
    }

    private static void assertEnded(CompletableFuture<CommandLineRun> run, String cause) throws Exception {
        var end = run.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        assertThat(end.err()).contains(cause).doesNotContain("\tat ");
        assertThat(end.code()).isEqualTo(1);
    }

    private Stream<ProcessHandle> brokers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("BrokerMain"));
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", (Object) WorkFolder.readBootstrap(work).orElseThrow()));
    }

    /** The broker makes files while others are deleted, so that one pass may leave some. */
    private static void deleteWithABrokerInside(Path folder) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            WorkFolder.deleteRecursively(folder);
            return !Files.exists(folder);
        });
    }

    /** A disk just above what a run asks for; only root may mount one. */
    private void mountSmallDisk() throws Exception {
        assumeTrue(
                execute(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=1100m",
                                "tmpfs",
                                Files.createDirectory(work).toString())
                        == 0,
                "a small disk cannot be mounted here");
    }

    private static int execute(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException absent) {
            return 1;
        }
    }

    private static void fill(Path file) {
        var block = new byte[1 << 20];
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // As intended.
        }
    }
}
