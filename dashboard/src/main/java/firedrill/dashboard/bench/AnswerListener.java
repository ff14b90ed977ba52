package firedrill.dashboard.bench;

import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.DecisionCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the answers of some routes and records them in the current slice. */
final class AnswerListener implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::run, "bench-listener");
    private volatile Optional<LoadSlice> slice = Optional.empty();
    private volatile boolean isClosing;

    AnswerListener(KafkaSettings kafka, List<RequestRoute> routes) {
        consumer = kafka.consumer("bench-listener");
        var partitions = routes.stream()
                .map(route -> new TopicPartition(route.answerTopic(), 0))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
        thread.start();
    }

    void setSlice(LoadSlice current) {
        slice = Optional.of(current);
    }

    private void run() {
        try (consumer) {
            while (!isClosing) {
                for (var entry : consumer.poll(POLL)) {
                    slice.ifPresent(current -> recordAnswer(entry, current));
                }
            }
        }
    }

    private static void recordAnswer(ConsumerRecord<byte[], byte[]> entry, LoadSlice current) {
        if (entry.topic().equals(current.route().answerTopic())) {
            current.recordAnswer(idOf(entry, current.route()), System.nanoTime());
        }
    }

    /** Decoded as by the exchange; an unreadable record counts for no request. */
    private static long idOf(ConsumerRecord<byte[], byte[]> entry, RequestRoute route) {
        try {
            return switch (route) {
                case PIPELINE -> DecisionCodec.decodeAnswer(entry.value()).eventId();
                case RELAY -> EventCodec.decode(entry.value()).id();
            };
        } catch (MalformedMessageException malformed) {
            return 0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        isClosing = true;
        thread.join();
    }
}
