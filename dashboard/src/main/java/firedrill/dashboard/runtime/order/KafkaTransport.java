package firedrill.dashboard.runtime.order;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Metric;

/** A Kafka producer, with its own count of the records that it handed to a connection. */
final class KafkaTransport implements RecordTransport {

    private final Producer<byte[], byte[]> producer;
    private final Metric sent;

    KafkaTransport(Producer<byte[], byte[]> producer) {
        this.producer = producer;
        this.sent = producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("producer-metrics")
                        && metric.getKey().name().equals("record-send-total"))
                .map(metric -> (Metric) metric.getValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this Kafka client does not count what it sends"));
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
        return producer.send(message);
    }

    @Override
    public long transmissions() {
        return ((Number) Objects.requireNonNull(sent.metricValue())).longValue();
    }

    /** Gives up what is on its way; whoever waits for it is told. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
