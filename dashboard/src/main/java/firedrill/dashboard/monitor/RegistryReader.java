package firedrill.dashboard.monitor;

import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Fills a {@link RegistryHistory} from the topics, from their beginning on; used by one thread. */
public final class RegistryReader implements AutoCloseable {

    private static final List<String> TOPICS = List.of(Topics.MODELS, Topics.CONTROL, Topics.SIGNALS);

    private static final Duration END_TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final RegistryHistory history;

    /** A reader that has read nothing yet, of topics that exist. */
    public RegistryReader(KafkaSettings kafka, RegistryHistory book) {
        this.consumer = kafka.consumer("firedrill-registry");
        this.history = book;
        var partitions =
                TOPICS.stream().map(topic -> new TopicPartition(topic, 0)).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what is there, waiting at most {@code patience} for the first of it. */
    public void poll(Duration patience) {
        consumer.poll(patience).forEach(this::dispatch);
    }

    /** Reads everything that stands on the topics by now. */
    public void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(100));
        }
    }

    /**
     * Settles the orders of unknown fate whose validity is over, if the topics can be read to their ends; otherwise a later
     * call does.
     *
     * @param epochMillis wall clock, now
     */
    public void settle(long epochMillis) {
        if (!history.fates().isDue(epochMillis)) {
            return;
        }
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), END_TIMEOUT);
            if (ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey(), END_TIMEOUT) >= end.getValue())) {
                history.fates().settle(epochMillis);
            }
        } catch (TimeoutException brokerIsAway) {
            // Nothing is known yet.
        }
    }

    /** An unreadable announcement is skipped; the scorer publishes its refusal. */
    private void dispatch(ConsumerRecord<byte[], byte[]> entry) {
        boolean isVoid = OrderRecords.isVoid(entry);
        OrderRecords.orderId(entry).ifPresent(orderId -> history.fates().recordRead(orderId, isVoid));
        if (!isVoid) {
            decode(entry);
        }
    }

    private void decode(ConsumerRecord<byte[], byte[]> entry) {
        try {
            switch (entry.topic()) {
                case Topics.MODELS -> {
                    if (entry.value() != null) {
                        history.recordAnnouncement(ModelAnnouncementCodec.decode(entry.value()), entry.timestamp());
                    }
                }
                case Topics.CONTROL ->
                    history.apply(
                            ControlCodec.decode(entry.value()).withVersion(entry.offset() + 1), entry.timestamp());
                default ->
                    SignalCodec.decode(entry.value())
                            .dispatch(report -> {}, change -> {}, history::recordRefusal, history::recordQuarantine);
            }
        } catch (MalformedMessageException | ModelRefusedException unreadable) {
            // An unreadable command has no effect; the scorer rejects it.
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
