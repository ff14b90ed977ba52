package firedrill.ingest.kafka;

import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Event ids that earlier runs have used, read from the events topic; ids increase along each partition. */
public final class PublishedEventIds {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MAX_POLLS = 100;

    /** Records looked at from the end of a partition: others may write to the topic, and what they write is no event. */
    private static final int RECORDS_FROM_END = 10_000;

    /** Ids that a run gives are exact in a browser's numbers; a higher one is forged. */
    private static final long MAX_ID = 1L << 53;

    /**
     * The highest event id on the events topic; 0 if it holds no event.
     *
     * @throws BrokerException if the end of the topic cannot be read, or none of its records is an event
     */
    public static long highest(KafkaSettings kafka) throws BrokerException {
        try (Consumer<byte[], byte[]> consumer = kafka.consumer("firedrill-event-ids")) {
            return highest(consumer);
        } catch (KafkaException e) {
            throw new BrokerException(
                    "The event ids of earlier runs cannot be read from Kafka at " + kafka.bootstrapServers() + ": "
                            + e.getMessage() + ".",
                    e);
        }
    }

    static long highest(Consumer<byte[], byte[]> consumer) throws BrokerException {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            consumer.seek(
                    partition,
                    Math.max(starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - RECORDS_FROM_END));
        }
        long highest = 0;
        boolean isEmpty = true;
        for (int polls = 0; !isAtEnd(consumer, ends); polls++) {
            if (polls == MAX_POLLS) {
                throw new BrokerException("The event ids of earlier runs cannot be read: Kafka does not answer.");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                highest = Math.max(highest, id(record.value()));
                isEmpty = false;
            }
        }
        if (highest == 0 && !isEmpty) {
            throw new BrokerException("The events topic ends with records that are no events of a run: start anew"
                    + " without --resume, or with another Kafka.");
        }
        return highest;
    }

    private static boolean isAtEnd(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** The id of an event of a run; 0 if the record is none. */
    private static long id(byte[] value) {
        try {
            long id = EventCodec.decode(value).id();
            return id <= MAX_ID ? id : 0;
        } catch (MalformedMessageException e) {
            return 0;
        }
    }

    private PublishedEventIds() {}
}
