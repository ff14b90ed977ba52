package firedrill.dashboard.runtime;

import firedrill.ingest.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its first record to its end at construction. */
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

    /** The first non-empty result of {@code extract} over the values. */
    public <T> Optional<T> findFirst(Function<byte[], Optional<T>> extract) {
        while (!isAtEnd()) {
            for (var entry : consumer.poll(POLL)) {
                var result = entry.value() == null ? Optional.<T>empty() : extract.apply(entry.value());
                if (result.isPresent()) {
                    return result;
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
