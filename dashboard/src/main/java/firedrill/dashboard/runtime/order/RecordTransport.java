package firedrill.dashboard.runtime.order;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What {@link OrderProducer} needs of a Kafka producer that gives every record up after a bounded time. */
interface RecordTransport extends AutoCloseable {

    /** Takes a record over. The future completes in bounded time; after a failure the record is not sent again. */
    Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message);

    /** Number of records that were handed to a connection, repetitions included; grows before a byte is written. */
    long transmissions();

    @Override
    void close();
}
