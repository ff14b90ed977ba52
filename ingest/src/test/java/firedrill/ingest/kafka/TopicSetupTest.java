package firedrill.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firedrill.ingest.event.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    @Test
    void whatIsKeyedByUserIsPartitionedAndTheRestIsInOrder() {
        Map<String, Integer> partitions =
                TopicSetup.topics(4).stream().collect(Collectors.toMap(NewTopic::name, NewTopic::numPartitions));
        assertThat(partitions)
                .isEqualTo(Map.of(
                        Topics.EVENTS, 4,
                        Topics.OUTCOMES, 4,
                        Topics.TRUTH, 4,
                        Topics.DECISIONS, 4,
                        Topics.SHADOW, 4,
                        Topics.SIGNALS, 1,
                        Topics.CONTROL, 1,
                        Topics.MODELS, 1,
                        Topics.DEADLETTER, 1));
    }

    @Test
    void commandsAndModelsAreCompacted() {
        assertThat(TopicSetup.topics(1))
                .filteredOn(topic -> "compact".equals(topic.configs().get("cleanup.policy")))
                .extracting(NewTopic::name)
                .containsExactly(Topics.CONTROL, Topics.MODELS);
    }

    @Test
    void aBrokerThatIsNotThereIsReportedWithItsAddress() throws IOException {
        int port = freePort();
        assertThatExceptionOfType(BrokerException.class)
                .isThrownBy(() -> TopicSetup.create(KafkaSettings.at("127.0.0.1:" + port), 1, Duration.ofMillis(300)))
                .withMessage("Kafka at 127.0.0.1:" + port
                        + " does not answer within 0.3 s: is the broker running, and is the address right?");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
