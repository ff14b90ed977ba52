package firedrill.dashboard.cli;

import firedrill.ingest.event.Topics;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts control commands on {@code fraud.control}, and waits until the broker has them. */
final class ControlSender implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    ControlSender(KafkaSettings kafka) {
        this.producer = kafka.producer("firedrill-control");
    }

    /** Sends {@code command}; its version is given by the topic. */
    void send(ControlCommand command) throws CliFailure, InterruptedException {
        try {
            producer.send(new ProducerRecord<>(Topics.CONTROL, ControlCodec.key(command), ControlCodec.encode(command)))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new CliFailure("the command did not reach Kafka: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
