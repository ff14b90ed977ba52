package firedrill.scoring.decision;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read: where it stood, why, and what it was.
 *
 * @param topic where it stood
 * @param partition of the topic
 * @param offset in the partition
 * @param reason what the decoder said
 * @param payload the record's value, empty if it had none; only the first {@link #MAX_PAYLOAD_BYTES} bytes are kept. Not
 *     copied: whoever made it leaves it alone
 */
@SuppressWarnings("ArrayRecordComponent") // A record, for Flink's serializer; equality is by content, below.
public record DeadLetter(String topic, int partition, long offset, String reason, byte[] payload) {

    /** Bytes; so that the letter itself always fits into a Kafka record of default size. */
    public static final int MAX_PAYLOAD_BYTES = 64 * 1024;

    public DeadLetter {
        if (topic.isEmpty() || partition < 0 || offset < 0) {
            throw new IllegalArgumentException("a record stands somewhere: topic \"" + topic + "\", partition "
                    + partition + ", offset " + offset);
        }
        if (payload.length > MAX_PAYLOAD_BYTES) {
            payload = Arrays.copyOf(payload, MAX_PAYLOAD_BYTES);
        }
    }

    /** The letter for a record whose value may be missing altogether. */
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
