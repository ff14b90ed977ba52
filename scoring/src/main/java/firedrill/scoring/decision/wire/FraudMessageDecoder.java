package firedrill.scoring.decision.wire;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** From bytes of any origin to one of this package's records; whatever is wrong becomes the one checked exception. */
final class FraudMessageDecoder {

    /** Bytes; a dead letter, the longest of the messages, stays well below. */
    static final int MAX_BYTES = 128 * 1024;

    /** From whole bytes or a parsed message to a record. */
    interface MessageConversion<M, R> {
        R convert(M message) throws MalformedMessageException, IOException;
    }

    static <M extends MessageLite, R> R decode(
            byte @Nullable [] bytes, Parser<M> parser, MessageConversion<M, R> reading)
            throws MalformedMessageException {
        return decode(bytes, present -> reading.convert(parser.parseFrom(present)));
    }

    static <R> R decode(byte @Nullable [] bytes, MessageConversion<byte[], R> reading)
            throws MalformedMessageException {
        if (bytes == null) {
            throw new MalformedMessageException("no value");
        }
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new MalformedMessageException("value of " + bytes.length + " bytes");
        }
        try {
            return reading.convert(bytes);
        } catch (IOException broken) {
            throw new MalformedMessageException("not Protobuf: " + broken.getMessage(), broken);
        } catch (IllegalArgumentException outOfRange) {
            throw new MalformedMessageException(String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }

    private FraudMessageDecoder() {}
}
