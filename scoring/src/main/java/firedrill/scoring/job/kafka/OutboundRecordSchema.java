package firedrill.scoring.job.kafka;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Serialises records of one topic. */
final class OutboundRecordSchema implements KafkaRecordSerializationSchema<OutboundRecord> {

    private final String topic;

    OutboundRecordSchema(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(OutboundRecord record, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(topic, record.key(), record.value());
    }
}
