package firedrill.scoring.decision;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read: its position, the reason and its value.
 *
 * @param topic of the record
 * @param partition of the topic
 * @param offset in the partition
 * @param reason message of the decoder
 * @param payload the record's value, empty if it had none; cut to {@link #MAX_PAYLOAD_BYTES}. Not copied, so it must
 *     not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; equality is by content, below.
public record DeadLetter(String topic, int partition, long offset, String reason, byte[] payload) {

    /** Bytes; keeps the letter within a Kafka record of default size. */
    public static final int MAX_PAYLOAD_BYTES = 64 * 1024;

    public DeadLetter {
        if (topic.isEmpty() || partition < 0 || offset < 0) {
            throw new IllegalArgumentException("topic must be named, partition and offset at least 0, were \"" + topic
                    + "\", " + partition + ", " + offset);
        }
        if (payload.length > MAX_PAYLOAD_BYTES) {
            payload = Arrays.copyOf(payload, MAX_PAYLOAD_BYTES);
        }
    }

    /** The letter of a record whose value may be missing. */
    public static DeadLetter of(String topic, int partition, long offset, String reason, byte @Nullable [] value) {
        return new DeadLetter(topic, partition, offset, reason, value == null ? new byte[0] : value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeadLetter that
                && topic.equals(that.topic)
                && partition == that.partition
                && offset == that.offset
                && reason.equals(that.reason)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * topic.hashCode() + partition) + Long.hashCode(offset);
    }

    @Override
    public String toString() {
        return "DeadLetter[" + topic + "-" + partition + "@" + offset + ": " + reason + ", " + payload.length
                + " bytes]";
    }
}
