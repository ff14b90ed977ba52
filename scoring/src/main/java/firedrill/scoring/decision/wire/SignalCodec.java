package firedrill.scoring.decision.wire;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.SignalFunctions;
import firedrill.scoring.drift.DriftReading;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of {@code fraud.signals}: {@code SignalMessage} of {@code fraud.proto}. */
public final class SignalCodec {

    public static byte[] encode(Signal signal) {
        return signal.match(new SignalFunctions<>(
                        SignalCodec::reportMessage,
                        SignalCodec::changeMessage,
                        SignalCodec::refusalMessage,
                        SignalCodec::quarantineMessage))
                .setTimeMillis(signal.timeMillis())
                .build()
                .toByteArray();
    }

    /** The Kafka key: the kind of signal. */
    public static byte[] key(Signal signal) {
        return kind(signal).getBytes(StandardCharsets.UTF_8);
    }

    private static String kind(Signal signal) {
        return signal.match(new SignalFunctions<>(
                report -> "drift-reading", change -> "mode-change", refusal -> "refusal", quarantine -> "quarantine"));
    }

    /**
     * The signal that {@code bytes} hold.
     *
     * @throws MalformedMessageException for any bytes that are not a signal within its ranges
     */
    public static Signal decode(byte @Nullable [] bytes) throws MalformedMessageException {
        return WireCodes.DECODER.decode(bytes, SignalMessage.parser(), SignalCodec::signal);
    }

    private static SignalMessage.Builder reportMessage(DriftReport report) {
        return SignalMessage.newBuilder().setDriftReading(message(report.reading()));
    }

    private static SignalMessage.Builder changeMessage(ModeChange change) {
        ModeChangeMessage.Builder message = ModeChangeMessage.newBuilder()
                .setFrom(WireCodes.of(change.from()))
                .setTo(WireCodes.of(change.to()))
                .setBy(change.actor())
                .setWhy(change.reason());
        change.evidence()
                .ifPresent(reading -> message.setEvidence(message(reading).setTimeMillis(reading.timeMillis())));
        return SignalMessage.newBuilder().setModeChange(message);
    }

    private static SignalMessage.Builder refusalMessage(Refusal refusal) {
        return SignalMessage.newBuilder()
                .setRefusal(RefusalMessage.newBuilder()
                        .setWhat(refusal.subject())
                        .setBy(refusal.actor())
                        .setWhy(refusal.reason()));
    }

    private static SignalMessage.Builder quarantineMessage(Quarantine quarantine) {
        return SignalMessage.newBuilder()
                .setQuarantine(QuarantineMessage.newBuilder()
                        .setModel(quarantine.model())
                        .setWhy(quarantine.reason()));
    }

    private static DriftReadingMessage.Builder message(DriftReading reading) {
        return DriftReadingMessage.newBuilder()
                .setPsi(reading.psi())
                .setCritical(reading.criticalValue())
                .setSample(reading.sampleSize())
                .setReferenceSample(reading.referenceSampleSize());
    }

    private static Signal signal(SignalMessage message) throws MalformedMessageException {
        return switch (message.getKindCase()) {
            case DRIFT_READING -> new DriftReport(reading(message.getDriftReading(), message.getTimeMillis()));
            case MODE_CHANGE -> change(message.getModeChange(), message.getTimeMillis());
            case REFUSAL ->
                new Refusal(
                        message.getTimeMillis(),
                        message.getRefusal().getWhat(),
                        message.getRefusal().getBy(),
                        message.getRefusal().getWhy());
            case QUARANTINE ->
                new Quarantine(
                        message.getTimeMillis(),
                        message.getQuarantine().getModel(),
                        message.getQuarantine().getWhy());
            case KIND_NOT_SET -> throw new MalformedMessageException("no known kind of signal");
        };
    }

    private static DriftReading reading(DriftReadingMessage message, long timeMillis) {
        return new DriftReading(
                timeMillis, message.getPsi(), message.getCritical(), message.getSample(), message.getReferenceSample());
    }

    private static ModeChange change(ModeChangeMessage message, long timeMillis) throws MalformedMessageException {
        Optional<DriftReading> evidence = message.hasEvidence()
                ? Optional.of(
                        reading(message.getEvidence(), message.getEvidence().getTimeMillis()))
                : Optional.empty();
        return new ModeChange(
                timeMillis,
                WireCodes.mode(message.getFrom()),
                WireCodes.mode(message.getTo()),
                message.getBy(),
                message.getWhy(),
                evidence);
    }

    private SignalCodec() {}
}
