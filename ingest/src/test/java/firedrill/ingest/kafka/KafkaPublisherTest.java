package firedrill.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Outcome.Complaint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Records that are still buffered or unconfirmed when the publisher is closed. */
class KafkaPublisherTest {

    private static final Duration BOUND = Duration.ofMillis(50);

    @Test
    void closeFlushesTheBufferedRecordsInOrder() {
        ReluctantProducer producer = new ReluctantProducer(3);
        KafkaPublisher publisher = publisher(producer);
        publish(publisher, 4);
        assertThat(producer.history()).as("the first attempt failed").isEmpty();

        publisher.close(BOUND);

        assertThat(producer.history()).hasSize(4);
        assertThat(producer.closed()).isTrue();
        assertThat(publisher.lostCount()).isZero();
    }

    @Test
    void theCloseOfTheTryStatementFlushesToo() {
        ReluctantProducer producer = new ReluctantProducer(3);
        KafkaPublisher publisher = publisher(producer);
        publish(publisher, 4);

        publisher.close();

        assertThat(publisher.lostCount()).isZero();
    }

    @Test
    void recordsThatAreNeverAcceptedAreCountedAsLostAfterTheBound() {
        ReluctantProducer producer = new ReluctantProducer(Integer.MAX_VALUE);
        KafkaPublisher publisher = publisher(producer);
        publish(publisher, 4);

        publisher.close(BOUND);

        assertThat(producer.closed()).isTrue();
        assertThat(publisher.lostCount()).isEqualTo(4);
    }

    @Test
    void recordsThatFailAreCountedAsLost() {
        ReluctantProducer producer = new ReluctantProducer(0);
        producer.isRejecting = true;
        KafkaPublisher publisher = publisher(producer);
        publish(publisher, 1);

        publisher.close(BOUND);

        assertThat(publisher.lostCount()).isEqualTo(1);
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        ReluctantProducer producer = new ReluctantProducer(Integer.MAX_VALUE);
        KafkaPublisher publisher = publisher(producer);
        publish(publisher, 2);
        int attempts = producer.attempts;

        Thread.currentThread().interrupt();
        publisher.close();

        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
        assertThat(producer.attempts).isEqualTo(attempts + 1);
        assertThat(publisher.lostCount()).isEqualTo(2);
    }

    private static KafkaPublisher publisher(ReluctantProducer producer) {
        WallClock clock = new WallClock(Clock.fixed(Instant.ofEpochSecond(9), ZoneOffset.UTC), () -> 1);
        return new KafkaPublisher(producer, clock, new AnswerTracker(1), 100);
    }

    private static void publish(KafkaPublisher publisher, int count) {
        for (int i = 0; i < count; i++) {
            publisher.onOutcome(new Complaint(7, 1_000 + i, 1 + i));
        }
    }

    /** Knows no broker at the first attempts, and rejects each record on request. */
    private static final class ReluctantProducer extends MockProducer<byte[], byte[]> {

        private final int refusals;
        private int attempts;
        private boolean isRejecting;

        ReluctantProducer(int refusals) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.refusals = refusals;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            attempts++;
            if (attempts <= refusals) {
                callback.onCompletion(null, new TimeoutException("not present in metadata after 1 ms."));
                return CompletableFuture.failedFuture(new TimeoutException());
            }
            if (isRejecting) {
                callback.onCompletion(null, new RecordTooLargeException());
                return CompletableFuture.failedFuture(new RecordTooLargeException());
            }
            return super.send(record, callback);
        }
    }
}
