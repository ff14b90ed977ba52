package firedrill.dashboard.cli.output;

import static firedrill.dashboard.cli.output.JsonOutput.withKind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import firedrill.dashboard.monitor.OrderRecords;
import firedrill.dashboard.monitor.RegistryHistory.AnnouncedVersion;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.OutcomeFunctions;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.TruthRecord;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.ingest.event.wire.TruthCodec;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.SignalFunctions;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.DeadLetterCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.ShadowCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of the topics as JSON: position, and content or the reason why it is malformed. */
public final class TopicRecordJson {

    public static final List<String> TOPICS = List.of(
            Topics.EVENTS,
            Topics.DECISIONS,
            Topics.SHADOW,
            Topics.OUTCOMES,
            Topics.SIGNALS,
            Topics.CONTROL,
            Topics.MODELS,
            Topics.DEADLETTER,
            Topics.TRUTH);

    private TopicRecordJson() {}

    public static ObjectNode of(ConsumerRecord<byte[], byte[]> entry) {
        var line = JsonOutput.newObject().put("partition", entry.partition()).put("offset", entry.offset());
        if (OrderRecords.isVoid(entry)) {
            line.put("void", "written after its validity ended");
        }
        try {
            return line.set("value", decode(entry));
        } catch (MalformedMessageException | ModelRefusedException malformed) {
            return line.put("malformed", malformed.getMessage());
        }
    }

    private static ObjectNode decode(ConsumerRecord<byte[], byte[]> entry)
            throws MalformedMessageException, ModelRefusedException {
        return switch (entry.topic()) {
            case Topics.EVENTS -> event(EventCodec.decode(entry.value()));
            case Topics.OUTCOMES -> outcome(OutcomeCodec.decode(entry.value()));
            case Topics.TRUTH -> truth(TruthCodec.decode(entry.value()));
            case Topics.DECISIONS -> withKind("decision", DecisionCodec.decode(entry.value()));
            case Topics.CONTROL -> control(ControlCodec.decode(entry.value()));
            case Topics.SHADOW -> withKind("shadowScore", ShadowCodec.decode(entry.value()));
            case Topics.MODELS ->
                withKind(
                        "announcedVersion",
                        AnnouncedVersion.of(ModelAnnouncementCodec.decode(entry.value()), entry.timestamp()));
            case Topics.SIGNALS -> signal(SignalCodec.decode(entry.value()));
            default -> withKind("deadLetter", DeadLetterCodec.decode(entry.value()));
        };
    }

    private static ObjectNode event(ExchangeEvent event) {
        return event.match(
                login -> withKind("login", login),
                change -> withKind("credentialChange", change),
                deposit -> withKind("deposit", deposit),
                order -> withKind("order", order),
                withdrawal -> withKind("withdrawal", withdrawal));
    }

    private static ObjectNode outcome(Outcome outcome) {
        return outcome.match(new OutcomeFunctions<>(
                settlement -> withKind("settlement", settlement),
                stepUpResult -> withKind("stepUpResult", stepUpResult),
                complaint -> withKind("complaint", complaint),
                fraudReport -> withKind("fraudReport", fraudReport),
                churn -> withKind("churn", churn),
                missedDeadline -> withKind("missedDeadline", missedDeadline),
                reviewVerdict -> withKind("reviewVerdict", reviewVerdict),
                depositReturn -> withKind("depositReturn", depositReturn)));
    }

    private static ObjectNode truth(TruthRecord known) {
        return known.match(truth -> withKind("truth", truth), risk -> withKind("departureRisk", risk));
    }

    private static ObjectNode control(ControlCommand command) {
        return command.match(
                automatic -> withKind("automaticMode", automatic),
                operator -> withKind("operatorMode", operator),
                ordered -> withKind("modelCommand", ordered));
    }

    private static ObjectNode signal(Signal signal) {
        return signal.match(new SignalFunctions<>(
                report -> withKind("driftReading", report.reading()),
                change -> withKind("modeChange", change),
                refusal -> withKind("refusal", refusal),
                quarantine -> withKind("quarantine", quarantine)));
    }
}
