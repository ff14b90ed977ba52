package firedrill.dashboard.bench;

import firedrill.ingest.kafka.KafkaSettings;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Minimal relay between two topics: each record that awaits an answer is forwarded unchanged.
 *
 * <p>Clients are configured as the exchange's are. Records that await no answer end here, as they do in the job.
 */
final class KafkaRelay implements AutoCloseable {

    /** Header of a record that awaits an answer, so that the relay need not read the record. */
    static final String AWAITS_ANSWER_HEADER = "asks";

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Thread thread = new Thread(this::run, "bench-relay");
    private volatile boolean isClosing;

    KafkaRelay(KafkaSettings kafka) {
        consumer = kafka.consumer("bench-relay");
        producer = kafka.producer("bench-relay");
        consumer.assign(List.of(new TopicPartition(RequestRoute.RELAY.requestTopic(), 0)));
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (consumer;
                producer) {
            while (!isClosing) {
                for (var entry : consumer.poll(POLL)) {
                    forward(entry);
                }
            }
        } catch (InterruptException closing) {
            // close() asked for it.
        }
    }

    private void forward(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.headers().lastHeader(AWAITS_ANSWER_HEADER) != null) {
            // A lost record shows as a request without an answer.
            var unused = producer.send(
                    new ProducerRecord<>(RequestRoute.RELAY.answerTopic(), 0, entry.key(), entry.value()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        isClosing = true;
        thread.join();
    }
}
