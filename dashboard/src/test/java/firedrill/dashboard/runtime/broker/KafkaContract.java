package firedrill.dashboard.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the project expects of any Kafka, whoever runs it. */
abstract class KafkaContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PARTITIONS = 3;

    abstract String bootstrap();

    private KafkaSettings kafka() {
        return KafkaSettings.at(bootstrap());
    }

    @BeforeEach
    void setUpTopics() throws Exception {
        TopicSetup.create(kafka(), PARTITIONS, PATIENCE);
    }

    @Test
    void topicsExistOnlyWhereTheyWereCreated() {
        try (var producer = impatient()) {
            assertThatThrownBy(() -> send(producer, new ProducerRecord<>("nobody.made.this", bytes("x"))))
                    .hasCauseInstanceOf(TimeoutException.class);
        }
        try (var consumer = kafka().consumer("contract")) {
            assertThat(consumer.listTopics(PATIENCE).keySet())
                    .contains(Topics.EVENTS, Topics.DECISIONS, Topics.CONTROL)
                    .doesNotContain("nobody.made.this");
            assertThat(consumer.partitionsFor(Topics.EVENTS)).hasSize(PARTITIONS);
            assertThat(consumer.partitionsFor(Topics.CONTROL)).hasSize(1);
        }
    }

    @Test
    void recordsOfOneKeyKeepTheirOrderInOnePartition() throws Exception {
        try (var producer = kafka().producer("contract")) {
            var sent = new ArrayList<Future<?>>();
            for (int i = 0; i < 300; i++) {
                var key = bytes("user-" + i % 3);
                sent.add(producer.send(new ProducerRecord<>(Topics.OUTCOMES, key, bytes("" + i))));
            }
            for (var one : sent) {
                one.get();
            }
        }
        var records = read(Topics.OUTCOMES, 300);
        for (int user = 0; user < 3; user++) {
            var key = "user-" + user;
            var own = records.stream()
                    .filter(entry -> text(entry.key()).equals(key))
                    .toList();
            assertThat(own)
                    .extracting(ConsumerRecord::partition)
                    .containsOnly(own.get(0).partition());
            assertThat(own)
                    .extracting(entry -> Integer.parseInt(text(entry.value())))
                    .isSorted()
                    .hasSize(100);
        }
    }

    @Test
    void headersComeBackAsTheyWereSent() throws Exception {
        var sent = new ProducerRecord<>(Topics.TRUTH, bytes("user"), bytes("value"));
        sent.headers().add(Topics.PUBLISHED_MICROS_HEADER, new byte[] {0, 1, 2, 3, -4, -5, -6, -7});
        try (var producer = kafka().producer("contract")) {
            send(producer, sent);
        }
        var received = read(Topics.TRUTH, 1).get(0);
        assertThat(received.headers().lastHeader(Topics.PUBLISHED_MICROS_HEADER).value())
                .containsExactly(0, 1, 2, 3, -4, -5, -6, -7);
    }

    @Test
    void aRecordOver64KilobytesIsRefused() throws Exception {
        try (var producer = kafka().producer("contract")) {
            send(producer, new ProducerRecord<>(Topics.SIGNALS, new byte[63 * 1024]));
            assertThatThrownBy(() -> send(producer, new ProducerRecord<>(Topics.SIGNALS, new byte[65 * 1024])))
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void aModelOfManyMegabytesPassesAndALargerOneIsRefused() throws Exception {
        try (var producer = kafka().producer("contract")) {
            send(producer, new ProducerRecord<>(Topics.MODELS, bytes("m"), new byte[Topics.MAX_MODEL_BYTES - 2_048]));
        }
        assertThat(read(Topics.MODELS, 1).get(0).value()).hasSize(Topics.MAX_MODEL_BYTES - 2_048);
        var extra = new Properties();
        extra.put("max.request.size", "100000000");
        try (var producer = new KafkaSettings(bootstrap(), extra).producer("contract")) {
            assertThatThrownBy(() -> send(
                            producer,
                            new ProducerRecord<>(Topics.MODELS, bytes("m"), new byte[Topics.MAX_MODEL_BYTES + 2_048])))
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    /** Forty megabytes of zeros are forty kilobytes on the way; whoever reads them would need the forty megabytes. */
    @Test
    void whatOnlyFitsCompressedDoesNotFit() throws Exception {
        var extra = new Properties();
        extra.put("max.request.size", "100000000");
        extra.put("compression.type", "gzip");
        try (var producer = new KafkaSettings(bootstrap(), extra).producer("contract")) {
            assertThatThrownBy(() ->
                            send(producer, new ProducerRecord<>(Topics.MODELS, bytes("zeros"), new byte[40_000_000])))
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void commandsAndModelsAreCompacted() throws Exception {
        assertThat(cleanupPolicy(Topics.CONTROL)).isEqualTo("compact");
        assertThat(cleanupPolicy(Topics.MODELS)).isEqualTo("compact");
        assertThat(cleanupPolicy(Topics.EVENTS)).isEqualTo("delete");
    }

    private String cleanupPolicy(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            var configs = admin.describeConfigs(List.of(resource)).all().get();
            return requireNonNull(configs.get(resource)).get("cleanup.policy").value();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = kafka().consumer("contract")) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            long endNanos = System.nanoTime() + PATIENCE.toNanos();
            while (records.size() < count && System.nanoTime() < endNanos) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        assertThat(records).hasSize(count);
        return records;
    }

    private Producer<byte[], byte[]> impatient() {
        var extra = new Properties();
        extra.put("max.block.ms", "1500");
        return new KafkaSettings(bootstrap(), extra).producer("contract");
    }

    private static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> message)
            throws ExecutionException, InterruptedException {
        producer.send(message).get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
