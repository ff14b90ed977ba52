package firedrill.ingest.event.wire;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import firedrill.ingest.event.Topics;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes untrusted bytes into records; every fault becomes a {@link MalformedMessageException}.
 *
 * @param maxBytes longest value that is parsed, in bytes; longer ones are refused unread
 */
public record MessageDecoder(int maxBytes) {

    /** For the topics whose records are short. */
    static final MessageDecoder RECORDS = new MessageDecoder(Topics.MAX_RECORD_BYTES);

    /** From whole bytes or a parsed message to a record. */
    public interface Conversion<M, R> {
        R convert(M message) throws MalformedMessageException, IOException;
    }

    /** Parses the bytes and converts the message. */
    public <M extends MessageLite, R> R decode(byte @Nullable [] bytes, Parser<M> parser, Conversion<M, R> conversion)
            throws MalformedMessageException {
        return decode(bytes, present -> conversion.convert(parser.parseFrom(present)));
    }

    /** Converts the bytes without parsing the whole message. */
    public <R> R decode(byte @Nullable [] bytes, Conversion<byte[], R> conversion) throws MalformedMessageException {
        if (bytes == null) {
            throw new MalformedMessageException("no value");
        }
        if (bytes.length == 0 || bytes.length > maxBytes) {
            throw new MalformedMessageException("value of " + bytes.length + " bytes");
        }
        try {
            return conversion.convert(bytes);
        } catch (IOException e) {
            throw new MalformedMessageException("not Protobuf: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
        }
    }
}
