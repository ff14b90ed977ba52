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

/** Puts control commands on {@code fraud.control}, and waits until the broker has them. */
final class ControlCommandProducer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    ControlCommandProducer(KafkaSettings kafka) {
        this.producer = kafka.producer("firedrill-control");
    }

    /** Sends {@code command}; its version is given by the topic. */
    void send(ControlCommand command) throws UserFacingException, InterruptedException {
        try {
            producer.send(new ProducerRecord<>(Topics.CONTROL, ControlCodec.key(command), ControlCodec.encode(command)))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new UserFacingException("the command did not reach Kafka: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
