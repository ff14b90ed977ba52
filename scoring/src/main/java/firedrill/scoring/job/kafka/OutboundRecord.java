package firedrill.scoring.job.kafka;

/** A Kafka record to write; its sink determines the topic. */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record OutboundRecord(byte[] key, byte[] value) {}
