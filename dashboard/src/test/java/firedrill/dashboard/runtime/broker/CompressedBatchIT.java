package firedrill.dashboard.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are small on the wire and large in memory do not get past the broker, which survives them. */
class CompressedBatchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder = Path.of("");

    @Test
    void compressedBombsAreRefusedOnEveryTopicAndTheBrokerGoesOn() throws Exception {
        try (var work = WorkFolder.open(folder);
                var broker = BrokerProcess.start(work, false, line -> {})) {
            long pid = broker.pid();
            var kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, PATIENCE);
            for (var topic : List.of(Topics.EVENTS, Topics.OUTCOMES, Topics.DECISIONS, Topics.CONTROL, Topics.MODELS)) {
                refused(kafka, topic, "zstd", 300 * MEGABYTE);
                refused(kafka, topic, "gzip", 40 * MEGABYTE);
                refused(kafka, topic, "lz4", 17 * MEGABYTE);
            }
            try (var honest = kafka.producer("honest")) {
                honest.send(new ProducerRecord<>(Topics.EVENTS, "honest".getBytes(UTF_8)))
                        .get(30, TimeUnit.SECONDS);
            }
            assertThat(values(kafka)).containsExactly("honest");
            assertThat(broker.pid()).isEqualTo(pid);
        }
    }

    private static void refused(KafkaSettings kafka, String topic, String codec, int bytes) {
        var bomb = new Properties();
        bomb.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, codec);
        bomb.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, "1000000000");
        bomb.put(ProducerConfig.BUFFER_MEMORY_CONFIG, "1000000000");
        bomb.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000");
        try (var producer = new KafkaSettings(kafka.bootstrapServers(), bomb).producer("bomb")) {
            var sent = producer.send(new ProducerRecord<>(topic, "k".getBytes(UTF_8), new byte[bytes]));
            assertThatThrownBy(() -> sent.get(60, TimeUnit.SECONDS))
                    .as(codec + " on " + topic)
                    .isInstanceOf(ExecutionException.class);
        }
    }

    private static List<String> values(KafkaSettings kafka) {
        var partition = new TopicPartition(Topics.EVENTS, 0);
        try (var consumer = kafka.consumer("reader")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(PATIENCE).records(partition).stream()
                    .map(ConsumerRecord::value)
                    .map(value -> new String(value, UTF_8))
                    .toList();
        }
    }
}
