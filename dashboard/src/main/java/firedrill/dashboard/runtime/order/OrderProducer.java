package firedrill.dashboard.runtime.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.OrderHeaders;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Sends one order at a time and says what became of it: it is on its topic, it never will be, or that cannot be known.
 *
 * <p>Each record carries the end of its validity, after which it is void. The producer gives a record up before that time.
 * What it had not handed to a connection by then is not written; what it had may be. Used by one thread at a time.
 */
final class OrderProducer implements AutoCloseable {

    /** On top of the bounds of the producer, which keeps them by itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final RecordTransport transport;
    private final OrderBounds bounds;
    private final LongSupplier epochMillis;

    OrderProducer(RecordTransport transport, OrderBounds bounds, LongSupplier epochMillis) {
        this.transport = transport;
        this.bounds = bounds;
        this.epochMillis = epochMillis;
    }

    static OrderProducer open(KafkaSettings kafka, String clientId, OrderBounds bounds, LongSupplier epochMillis) {
        return new OrderProducer(
                new KafkaTransport(kafka.boundedProducer(clientId, bounds.queueing(), bounds.delivery())),
                bounds,
                epochMillis);
    }

    /** End of the validity of an order that is sent now, epoch milliseconds. */
    long validUntilMillis() {
        return epochMillis.getAsLong() + bounds.validity().toMillis();
    }

    /** Sends a record and waits for its fate. */
    OrderDelivery send(ProducerRecord<byte[], byte[]> message, String orderId, long validUntilMillis) {
        message.headers().add(OrderHeaders.ORDER_ID, orderId.getBytes(UTF_8));
        message.headers().add(OrderHeaders.VALID_UNTIL_MILLIS, OrderHeaders.validUntil(validUntilMillis));
        long before = transport.transmissions();
        try {
            return delivered(await(transport.send(message)), orderId, validUntilMillis);
        } catch (ExecutionException failed) {
            return failed(
                    Objects.requireNonNullElse(failed.getCause(), failed), transport.transmissions() - before, orderId);
        } catch (KafkaException failed) {
            return failed(failed, transport.transmissions() - before, orderId);
        } catch (TimeoutException stillInTheProducer) {
            return uncertain(orderId);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return uncertain(orderId);
        }
    }

    private RecordMetadata await(Future<RecordMetadata> written)
            throws InterruptedException, ExecutionException, TimeoutException {
        return written.get(bounds.delivery().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static OrderDelivery delivered(RecordMetadata written, String orderId, long validUntilMillis) {
        long lateMillis = written.timestamp() - validUntilMillis;
        return lateMillis <= 0
                ? new OrderDelivery.Written(orderId)
                : new OrderDelivery.NotWritten("Kafka wrote the order " + lateMillis
                        + " ms after its validity ended by the broker's clock, so it is void and nothing was changed:"
                        + " do the clocks differ?");
    }

    private OrderDelivery failed(Throwable cause, long transmissions, String orderId) {
        if (transmissions == 0 || (transmissions == 1 && isRefusal(cause))) {
            return new OrderDelivery.NotWritten("The order did not reach Kafka and will not: " + cause.getMessage());
        }
        return uncertain(orderId);
    }

    private OrderDelivery uncertain(String orderId) {
        return new OrderDelivery.Uncertain(
                orderId,
                "Kafka did not confirm the order within " + bounds.delivery().toSeconds()
                        + " s. It counts if Kafka wrote it in time, and never otherwise. Look again: order " + orderId
                        + ".");
    }

    /** Whether the broker answered that it did not write the record. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof ApiException && !(cause instanceof RetriableException);
    }

    @Override
    public void close() {
        transport.close();
    }
}
