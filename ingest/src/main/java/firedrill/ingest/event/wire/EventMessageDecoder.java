package firedrill.ingest.event.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import org.jspecify.annotations.Nullable;

/** From bytes of any origin to one of this package's records; whatever is wrong becomes the one checked exception. */
final class EventMessageDecoder {

    /** Bytes; the topics refuse longer records too. */
    private static final int MAX_BYTES = 64 * 1024;

    /** From a parsed message to a record. */
    interface MessageMapper<M, R> {
        R map(M message) throws MalformedEventException;
    }

    static <M extends MessageLite, R> R decode(byte @Nullable [] bytes, Parser<M> parser, MessageMapper<M, R> reading)
            throws MalformedEventException {
        if (bytes == null) {
            throw new MalformedEventException("no value");
        }
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new MalformedEventException("value of " + bytes.length + " bytes");
        }
        try {
            return reading.map(parser.parseFrom(bytes));
        } catch (InvalidProtocolBufferException broken) {
            throw new MalformedEventException("not Protobuf: " + broken.getMessage(), broken);
        } catch (IllegalArgumentException outOfRange) {
            throw new MalformedEventException(String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }

    private EventMessageDecoder() {}
}
