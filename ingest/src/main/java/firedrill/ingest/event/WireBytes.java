package firedrill.ingest.event;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import org.jspecify.annotations.Nullable;

/** From bytes of any origin to one of this package's records; whatever is wrong becomes the one checked exception. */
final class WireBytes {

    /** Bytes; the topics refuse longer records too. */
    private static final int LONGEST = 64 * 1024;

    /** From a parsed message to a record. */
    interface Reading<M, R> {
        R read(M message) throws MalformedEventException;
    }

    static <M extends MessageLite, R> R decode(byte @Nullable [] bytes, Parser<M> parser, Reading<M, R> reading)
            throws MalformedEventException {
        if (bytes == null) {
            throw new MalformedEventException("no value");
        }
        if (bytes.length == 0 || bytes.length > LONGEST) {
            throw new MalformedEventException("value of " + bytes.length + " bytes");
        }
        try {
            return reading.read(parser.parseFrom(bytes));
        } catch (InvalidProtocolBufferException broken) {
            throw new MalformedEventException("not Protobuf: " + broken.getMessage(), broken);
        } catch (IllegalArgumentException outOfRange) {
            throw new MalformedEventException(String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }

    private WireBytes() {}
}
