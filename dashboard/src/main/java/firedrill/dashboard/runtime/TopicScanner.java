package firedrill.dashboard.runtime;

import firedrill.ingest.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** A topic from its oldest record to where it ends now. */
public final class TopicScanner implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;

    public TopicScanner(KafkaSettings kafka, String topic) {
        consumer = kafka.consumer("firedrill-reader");
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    /** What {@code found} makes of the first value of which it makes something. */
    public <T> Optional<T> findFirst(Function<byte[], Optional<T>> found) {
        while (!isAtEnd()) {
            for (var entry : consumer.poll(POLL)) {
                var one = entry.value() == null ? Optional.<T>empty() : found.apply(entry.value());
                if (one.isPresent()) {
                    return one;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
