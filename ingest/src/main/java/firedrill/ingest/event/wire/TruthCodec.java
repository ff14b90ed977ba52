package firedrill.ingest.event.wire;

import firedrill.ingest.event.Topics;
import firedrill.ingest.event.Truth;
import org.jspecify.annotations.Nullable;

/** The values of {@link Topics#TRUTH}: {@code TruthMessage} of {@code exchange.proto}. */
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
     * The truth that {@code bytes} hold.
     *
     * @throws MalformedMessageException whatever the bytes are, if they are not a truth within its ranges
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
