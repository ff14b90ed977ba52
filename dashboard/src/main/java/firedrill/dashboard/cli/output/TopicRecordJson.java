package firedrill.dashboard.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.ingest.event.wire.TruthCodec;
import firedrill.scoring.decision.Signal.DriftReport;
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
        try {
            return line.set("value", JsonOutput.withKind(decode(entry)));
        } catch (MalformedMessageException | ModelRefusedException malformed) {
            return line.put("malformed", malformed.getMessage());
        }
    }

    private static Object decode(ConsumerRecord<byte[], byte[]> entry)
            throws MalformedMessageException, ModelRefusedException {
        return switch (entry.topic()) {
            case Topics.EVENTS -> EventCodec.decode(entry.value());
            case Topics.OUTCOMES -> OutcomeCodec.decode(entry.value());
            case Topics.TRUTH -> TruthCodec.decode(entry.value());
            case Topics.DECISIONS -> DecisionCodec.decode(entry.value());
            case Topics.CONTROL -> ControlCodec.decode(entry.value());
            case Topics.SHADOW -> ShadowCodec.decode(entry.value());
            case Topics.MODELS ->
                RegistryHistory.AnnouncedVersion.of(ModelAnnouncementCodec.decode(entry.value()), entry.timestamp());
            case Topics.SIGNALS ->
                SignalCodec.decode(entry.value())
                        .<Object>match(DriftReport::reading, change -> change, refusal -> refusal);
            default -> DeadLetterCodec.decode(entry.value());
        };
    }
}
