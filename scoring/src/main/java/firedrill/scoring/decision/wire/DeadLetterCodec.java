package firedrill.scoring.decision.wire;

import com.google.protobuf.ByteString;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The values of {@code fraud.deadletter}: {@code DeadLetterMessage} of {@code fraud.proto}. */
public final class DeadLetterCodec {

    public static byte[] encode(DeadLetter letter) {
        return DeadLetterMessage.newBuilder()
                .setTopic(letter.topic())
                .setPartition(letter.partition())
                .setOffset(letter.offset())
                .setReason(letter.reason())
                .setPayload(ByteString.copyFrom(letter.payload()))
                .build()
                .toByteArray();
    }

    /** The Kafka key: {@code topic-partition} of the unreadable record. */
    public static byte[] key(DeadLetter letter) {
        return (letter.topic() + "-" + letter.partition()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The letter that {@code bytes} hold.
     *
     * @throws MalformedMessageException for any bytes that are not a dead letter
     */
    public static DeadLetter decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireCodes.DECODER.decode(
                bytes,
                DeadLetterMessage.parser(),
                letter -> new DeadLetter(
                        letter.getTopic(),
                        letter.getPartition(),
                        letter.getOffset(),
                        letter.getReason(),
                        letter.getPayload().toByteArray()));
    }

    private DeadLetterCodec() {}
}
