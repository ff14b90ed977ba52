package firedrill.scoring.job.kafka;

/** A Kafka record to be written; the sink it reaches knows the topic. */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record OutboundRecord(byte[] key, byte[] value) {}
