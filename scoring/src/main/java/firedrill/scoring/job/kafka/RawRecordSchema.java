package firedrill.scoring.job.kafka;

import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.wire.OrderHeaders;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads Kafka records without decoding their values; void orders are skipped. */
final class RawRecordSchema implements KafkaRecordDeserializationSchema<RawRecord> {

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> from, Collector<RawRecord> out) {
        if (!isVoidOrder(from)) {
            out.collect(new RawRecord(
                    from.topic(),
                    from.partition(),
                    from.offset(),
                    publishedMicros(from),
                    from.timestamp(),
                    from.value()));
        }
    }

    private static boolean isVoidOrder(ConsumerRecord<byte[], byte[]> from) {
        @Nullable Header validUntil = from.headers().lastHeader(OrderHeaders.VALID_UNTIL_MILLIS);
        return validUntil != null && OrderHeaders.isVoid(from.timestamp(), validUntil.value());
    }

    /** From the publisher's header, or the record's timestamp if the header is missing or not 8 bytes long. */
    private static long publishedMicros(ConsumerRecord<byte[], byte[]> from) {
        @Nullable Header header = from.headers().lastHeader(Topics.PUBLISHED_MICROS_HEADER);
        if (header == null || header.value() == null || header.value().length != Long.BYTES) {
            return TimeUnit.MILLISECONDS.toMicros(from.timestamp());
        }
        return ByteBuffer.wrap(header.value()).getLong();
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }
}
