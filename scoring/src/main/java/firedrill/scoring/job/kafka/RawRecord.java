package firedrill.scoring.job.kafka;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record with its value undecoded, so that malformed values do not stop the source.
 *
 * @param publishedMicros when it was published, wall clock, epoch microseconds
 * @param appendedMillis when it came to the topic, wall clock, as the broker or the producer set it
 * @param value null for a record without one
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record RawRecord(
        String topic, int partition, long offset, long publishedMicros, long appendedMillis, byte @Nullable [] value) {

    /** A record that came to the topic when it was published. */
    public RawRecord(String topic, int partition, long offset, long publishedMicros, byte @Nullable [] value) {
        this(topic, partition, offset, publishedMicros, TimeUnit.MICROSECONDS.toMillis(publishedMicros), value);
    }
}
