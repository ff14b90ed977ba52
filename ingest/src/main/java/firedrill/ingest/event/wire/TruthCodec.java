package firedrill.ingest.event.wire;

import firedrill.ingest.event.Topics;
import firedrill.ingest.event.Truth;
import org.jspecify.annotations.Nullable;

/** Codec of the values of {@link Topics#TRUTH}: {@code TruthMessage} of {@code exchange.proto}. */
public final class TruthCodec {

    public static byte[] encode(Truth truth) {
        return TruthMessage.newBuilder()
                .setEventId(truth.eventId())
                .setUserId(truth.userId())
                .setTimeMillis(truth.timeMillis())
                .setTypology(truth.typology())
                .setAtRiskCents(truth.atRiskCents())
                .setRingId(truth.ringId())
                .build()
                .toByteArray();
    }

    /**
     * Decodes one value of the topic.
     *
     * @throws MalformedMessageException if the bytes are not a truth, or a field is out of its range
     */
    public static Truth decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return MessageDecoder.RECORDS.decode(
                bytes,
                TruthMessage.parser(),
                truth -> new Truth(
                        truth.getEventId(),
                        truth.getUserId(),
                        truth.getTimeMillis(),
                        truth.getTypology(),
                        truth.getAtRiskCents(),
                        truth.getRingId()));
    }

    private TruthCodec() {}
}
