package firedrill.dashboard.runtime.order;

import firedrill.ingest.event.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A producer without Kafka, whose next answer a test decides. */
final class FakeTransport implements RecordTransport {

    final List<ProducerRecord<byte[], byte[]>> taken = new ArrayList<>();
    private CompletableFuture<RecordMetadata> answer = new CompletableFuture<>();
    private @Nullable RuntimeException refusal;
    private long transmissionsPerRecord = 1;
    private long transmissions;

    /** The broker confirms, with this time of its own. */
    FakeTransport confirmsAt(long epochMillis) {
        answer = CompletableFuture.completedFuture(
                new RecordMetadata(new TopicPartition(Topics.CONTROL, 0), 41, 0, epochMillis, 4, 10));
        return this;
    }

    /** The record is given up, after having been handed to a connection so many times. */
    FakeTransport failsAfter(long handedOver, Exception cause) {
        transmissionsPerRecord = handedOver;
        answer = CompletableFuture.failedFuture(cause);
        return this;
    }

    /** The record is not even taken. */
    FakeTransport refuses(RuntimeException cause) {
        refusal = cause;
        return this;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
        if (refusal != null) {
            throw refusal;
        }
        taken.add(message);
        transmissions += transmissionsPerRecord;
        return answer;
    }

    @Override
    public long transmissions() {
        return transmissions;
    }

    @Override
    public void close() {}
}
