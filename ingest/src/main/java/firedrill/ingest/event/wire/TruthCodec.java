package firedrill.ingest.event.wire;

import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.Truth;
import firedrill.ingest.event.TruthRecord;
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
                .setTheftId(truth.theftId())
                .setAttempt(truth.attempt())
                .setLaundering(truth.isLaundering())
                .build()
                .toByteArray();
    }

    public static byte[] encode(DepartureRisk risk) {
        return TruthMessage.newBuilder()
                .setUserId(risk.userId())
                .setTimeMillis(risk.timeMillis())
                .setDepartureRisk(DepartureRiskMessage.newBuilder()
                        .setCauseEventId(risk.causeEventId())
                        .setExpectedDepartures(risk.expectedDepartures())
                        .setExpectedLossCents(risk.expectedLossCents())
                        .setWordOfMouth(risk.isWordOfMouth()))
                .build()
                .toByteArray();
    }

    /**
     * Decodes one value of the topic.
     *
     * @throws MalformedMessageException if the bytes are not a truth, or a field is out of its range
     */
    public static TruthRecord decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return MessageDecoder.RECORDS.decode(
                bytes, TruthMessage.parser(), message -> message.hasDepartureRisk() ? risk(message) : truth(message));
    }

    private static DepartureRisk risk(TruthMessage message) {
        DepartureRiskMessage risk = message.getDepartureRisk();
        return new DepartureRisk(
                message.getUserId(),
                message.getTimeMillis(),
                risk.getCauseEventId(),
                risk.getExpectedDepartures(),
                risk.getExpectedLossCents(),
                risk.getWordOfMouth());
    }

    /** A record of an earlier release is a theft of its own. */
    private static Truth truth(TruthMessage truth) {
        return new Truth(
                truth.getEventId(),
                truth.getUserId(),
                truth.getTimeMillis(),
                truth.getTypology(),
                truth.getAtRiskCents(),
                truth.getRingId(),
                truth.getTheftId() == 0 ? truth.getEventId() : truth.getTheftId(),
                truth.getAttempt(),
                truth.getLaundering());
    }

    private TruthCodec() {}
}
