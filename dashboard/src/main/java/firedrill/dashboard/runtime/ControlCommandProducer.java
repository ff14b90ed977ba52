package firedrill.dashboard.runtime;

import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.wire.ControlCodec;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes control commands and waits until the broker has them. */
final class ControlCommandProducer implements AutoCloseable {

    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    ControlCommandProducer(KafkaSettings kafka) {
        this.producer = kafka.producer("firedrill-control");
    }

    /** Sends {@code command}; its position on the topic determines its version. */
    void send(ControlCommand command) throws UserFacingException, InterruptedException {
        try {
            producer.send(new ProducerRecord<>(Topics.CONTROL, ControlCodec.key(command), ControlCodec.encode(command)))
                    .get(SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new UserFacingException("The command did not reach Kafka: " + refused.getMessage(), refused);
        }
    }

    /** Closes at once; a command that is being sent is lost. */
    void abandon() {
        producer.close(Duration.ZERO);
    }

    @Override
    public void close() {
        producer.close(SEND_TIMEOUT);
    }
}
