package firedrill.dashboard.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.scoring.decision.wire.OrderHeaders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What the headers of a record of {@code fraud.control} or {@code fraud.models} say about its order. */
public final class OrderRecords {

    /** Whether the record was appended after its validity ended, and so counts nowhere. */
    public static boolean isVoid(ConsumerRecord<byte[], byte[]> entry) {
        @Nullable Header validUntil = entry.headers().lastHeader(OrderHeaders.VALID_UNTIL_MILLIS);
        return validUntil != null && OrderHeaders.isVoid(entry.timestamp(), validUntil.value());
    }

    /** Id of the order; empty for a record that no operator sent. */
    static Optional<String> orderId(ConsumerRecord<byte[], byte[]> entry) {
        return Optional.ofNullable(entry.headers().lastHeader(OrderHeaders.ORDER_ID))
                .map(Header::value)
                .map(value -> new String(value, UTF_8));
    }

    private OrderRecords() {}
}
