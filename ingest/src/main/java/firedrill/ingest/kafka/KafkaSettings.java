package firedrill.ingest.kafka;

import firedrill.ingest.event.Topics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Address of Kafka, and clients for it that put latency and safety before throughput.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param clientProperties for every client, for example SASL and TLS; they may tune a client, but replace neither the
 *     address nor the guarantees of delivery; never printed
 */
public record KafkaSettings(String bootstrapServers, Properties clientProperties) {

    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrap must name a broker as host:port, was empty");
        }
        clientProperties = copy(clientProperties);
    }

    public static KafkaSettings at(String bootstrap) {
        return new KafkaSettings(bootstrap, new Properties());
    }

    /**
     * A producer that sends each record at once and never gives up on an accepted one.
     *
     * <p>While the broker is unavailable, records wait in memory, in order. While no broker is known or the memory is full,
     * sending blocks for up to five seconds and then fails.
     */
    public Producer<byte[], byte[]> producer(String clientId) {
        return producer(clientId, Duration.ofSeconds(5));
    }

    /**
     * A producer that gives each record up after {@code timeout}: its future then fails, and it is not sent again. Sending
     * blocks for at most {@code maxBlock}.
     */
    public Producer<byte[], byte[]> boundedProducer(String clientId, Duration maxBlock, Duration timeout) {
        Properties properties = producerProperties(clientId, maxBlock);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(maxBlock.toMillis()));
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        // Half of it, so that a request without a response is repeated once on a new connection.
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(timeout.toMillis() / 2));
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(timeout.toMillis()));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** As {@link #producer(String)}, but sending never blocks: it fails at once with a time-out, and the caller tries again later. */
    Producer<byte[], byte[]> nonBlockingProducer(String clientId) {
        return producer(clientId, Duration.ofMillis(1));
    }

    private Producer<byte[], byte[]> producer(String clientId, Duration maxBlock) {
        return new KafkaProducer<>(
                producerProperties(clientId, maxBlock), new ByteArraySerializer(), new ByteArraySerializer());
    }

    Properties producerProperties(String clientId, Duration maxBlock) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE));
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(maxBlock.toMillis()));
        // The metadata of an idle topic is kept: fetching it anew needs a broker.
        properties.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Long.toString(Long.MAX_VALUE / 2));
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(64 << 20));
        // The largest record of any topic; each topic has its own, smaller limit.
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_MODEL_BYTES));
        addClientProperties(properties, clientId);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return properties;
    }

    /** A consumer without a group that receives a record as soon as the broker has it. */
    public Consumer<byte[], byte[]> consumer(String clientId) {
        return new KafkaConsumer<>(
                consumerProperties(clientId), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Properties consumerProperties(String clientId) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "20");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // A model comes in one piece; of other topics, no more than this is read ahead.
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(1 << 20));
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(2 * Topics.MAX_MODEL_BYTES));
        addClientProperties(properties, clientId);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return properties;
    }

    /** A client for topics; each of its calls fails after {@code timeout}. */
    Admin admin(Duration timeout) {
        Properties properties = new Properties();
        addClientProperties(properties, "firedrill-topics");
        String millis = Long.toString(timeout.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        return Admin.create(properties);
    }

    /** Adds what every client has; what is put afterwards cannot be replaced by {@link #clientProperties()}. */
    private void addClientProperties(Properties properties, String clientId) {
        // Bounds the time in which a client notices that the broker is back.
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
        properties.putAll(clientProperties);
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
    }

    private static Properties copy(Properties properties) {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /** Without {@link #clientProperties()}, which may hold secrets. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers;
    }
}
