package firedrill.scoring.job.kafka;

import org.jspecify.annotations.Nullable;

/**
 * A Kafka record with its value undecoded, so that malformed values do not stop the source.
 *
 * @param publishedMicros when it was published, wall clock, epoch microseconds
 * @param value null for a record without one
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record RawRecord(String topic, int partition, long offset, long publishedMicros, byte @Nullable [] value) {}
