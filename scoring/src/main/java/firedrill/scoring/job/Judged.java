package firedrill.scoring.job;

/**
 * A decided event with its decision, for those who watch; both as they stand on their topics.
 *
 * @param publishedMicros when the event was published, wall clock, epoch microseconds
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record Judged(long publishedMicros, byte[] event, byte[] decision) {}
