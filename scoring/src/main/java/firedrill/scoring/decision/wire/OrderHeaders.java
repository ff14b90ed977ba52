package firedrill.scoring.decision.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Headers of an operator's record on {@code fraud.control} and {@code fraud.models}, which end its validity.
 *
 * <p>A record that Kafka appended after the end of its validity is void: every reader skips it. Both times are data of the
 * record, so all readers agree, whenever they read. A sender that gave up waiting therefore knows that its order cannot take
 * effect later. A record without the header has no end.
 */
public final class OrderHeaders {

    /** Header: id of the order, chosen by its sender; UTF-8. */
    public static final String ORDER_ID = "order-id";

    /** Header: end of the validity, wall clock, epoch milliseconds, 8 bytes big-endian. */
    public static final String VALID_UNTIL_MILLIS = "valid-until-millis";

    /** The value of {@link #VALID_UNTIL_MILLIS}. */
    public static byte[] validUntil(long epochMillis) {
        return ByteBuffer.allocate(Long.BYTES).putLong(epochMillis).array();
    }

    /**
     * Whether a record is void.
     *
     * @param appendedMillis when Kafka appended it, epoch milliseconds
     * @param validUntil value of {@link #VALID_UNTIL_MILLIS}, null without it; a value of another length has ended
     */
    public static boolean isVoid(long appendedMillis, byte @Nullable [] validUntil) {
        return validUntil != null
                && (validUntil.length != Long.BYTES
                        || appendedMillis > ByteBuffer.wrap(validUntil).getLong());
    }

    private OrderHeaders() {}
}
