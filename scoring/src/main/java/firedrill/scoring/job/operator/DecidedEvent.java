package firedrill.scoring.job.operator;

/**
 * A decided event with its decision, for the shadow models; both encoded as on their topics.
 *
 * @param publishedMicros when the event was published, wall clock, epoch microseconds
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record DecidedEvent(long publishedMicros, byte[] event, byte[] decision) {}
