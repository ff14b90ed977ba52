package firedrill.dashboard.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import firedrill.dashboard.runtime.LoopbackPort;
import firedrill.dashboard.runtime.OddFolder;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("");

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void whenItIsKilledItComesBackOnTheSamePortWithItsData() throws Exception {
        try (var work = WorkFolder.open(folder);
                var broker = BrokerProcess.start(work, false, said::add)) {
            var address = broker.bootstrap();
            produce(broker, "before");
            long first = broker.pid();
            kill(first);
            await().atMost(PATIENCE).until(() -> broker.pid() != first);
            produce(broker, "after");
            assertThat(consume(broker)).containsExactly("before", "after");
            assertThat(broker.bootstrap()).isEqualTo(address);
            assertThat(said)
                    .containsExactly("The Kafka broker (process " + first
                            + ") ended with code 137; restarting it on the same ports and data.");
        }
    }

    @Test
    void closeLeavesNoProcessAndNoPort() throws Exception {
        try (var work = WorkFolder.open(folder)) {
            var broker = BrokerProcess.start(work, false, said::add);
            int port = Integer.parseInt(broker.bootstrap().split(":", 2)[1]);
            assertThat(LoopbackPort.isFree(port)).isFalse();
            broker.close();
            assertThat(ProcessHandle.of(broker.pid())).isEmpty();
            assertThat(LoopbackPort.isFree(port)).isTrue();
            assertThat(said).isEmpty();
        }
    }

    @Test
    void theDataAreKeptOnRequestEvenOnOtherPortsAndDeletedOtherwiseInAFolderOfAnyName() throws Exception {
        var odd = OddFolder.in(folder);
        try (var work = WorkFolder.open(odd)) {
            try (var broker = BrokerProcess.start(work, false, said::add)) {
                produce(broker, "kept");
            }
            assertThat(odd.resolve("broker/data/meta.properties")).exists();
            Files.delete(odd.resolve("broker/ports"));
            try (var broker = BrokerProcess.start(work, true, said::add)) {
                assertThat(consume(broker)).containsExactly("kept");
            }
            try (var broker = BrokerProcess.start(work, false, said::add)) {
                assertThat(consume(broker)).isEmpty();
            }
        }
        try (var beside = Files.list(folder)) {
            assertThat(beside).hasSize(1);
        }
    }

    @Test
    void aBrokerThatCannotStartIsGivenUpAndTheLogIsNamed() throws Exception {
        try (var work = WorkFolder.open(folder);
                var broker = BrokerProcess.start(work, false, said::add)) {
            Files.writeString(
                    folder.resolve("broker/data/meta.properties"), "version=1\ncluster.id=other\nnode.id=7\n");
            kill(broker.pid());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !broker.giveUpReason().isEmpty());
            assertThat(broker.giveUpReason())
                    .startsWith(
                            "The Kafka broker ended 4 times right after its start, last with code 1 (Invalid cluster.id")
                    .endsWith("; its log is " + folder.resolve("broker/broker.log") + ".")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void twoRunsInOneFolderAreRefused() throws Exception {
        try (var work = WorkFolder.open(folder)) {
            assertThatThrownBy(() -> WorkFolder.open(work.path()))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("runs in the work folder " + folder)
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void produce(BrokerProcess broker, String text) throws Exception {
        var kafka = KafkaSettings.at(broker.bootstrap());
        TopicSetup.create(kafka, 1, PATIENCE);
        try (var producer = kafka.producer("test")) {
            producer.send(new ProducerRecord<>(Topics.EVENTS, text.getBytes(UTF_8)))
                    .get();
        }
    }

    private static List<String> consume(BrokerProcess broker) throws Exception {
        var kafka = KafkaSettings.at(broker.bootstrap());
        TopicSetup.create(kafka, 1, PATIENCE);
        var texts = new ArrayList<String>();
        try (var consumer = kafka.consumer("test")) {
            var partition = new TopicPartition(Topics.EVENTS, 0);
            consumer.assign(List.of(partition));
            long end = requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
            while (texts.size() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(entry -> texts.add(new String(entry.value(), UTF_8)));
            }
        }
        return texts;
    }
}
