package firedrill.scoring.job.kafka;

import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it came, unread: whatever its bytes are, the source passes them on.
 *
 * @param publishedMicros when it was published, wall clock, epoch microseconds
 * @param value null for a record without one
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record RawRecord(String topic, int partition, long offset, long publishedMicros, byte @Nullable [] value) {}
