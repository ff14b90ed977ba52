package firedrill.scoring.job;

/** A Kafka record to be written; the sink it reaches knows the topic. */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; never compared.
public record Outgoing(byte[] key, byte[] value) {}
