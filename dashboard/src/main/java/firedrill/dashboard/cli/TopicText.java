package firedrill.dashboard.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import firedrill.dashboard.feed.RegistryBook;
import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.MalformedEventException;
import firedrill.ingest.event.OutcomeCodec;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.TruthCodec;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.DeadLetterCodec;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.MalformedMessageException;
import firedrill.scoring.decision.ShadowCodec;
import firedrill.scoring.decision.SignalCodec;
import firedrill.scoring.model.ModelAnnouncement;
import firedrill.scoring.model.ModelRefusedException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of our topics as JSON: where each stands, and what it says or why it cannot be read. */
final class TopicText {

    static final List<String> TOPICS = List.of(
            Topics.EVENTS,
            Topics.DECISIONS,
            Topics.SHADOW,
            Topics.OUTCOMES,
            Topics.SIGNALS,
            Topics.CONTROL,
            Topics.MODELS,
            Topics.DEADLETTER,
            Topics.TRUTH);

    private TopicText() {}

    static ObjectNode of(ConsumerRecord<byte[], byte[]> entry) {
        var line = Json.object().put("partition", entry.partition()).put("offset", entry.offset());
        try {
            return line.set("value", Json.withKind(decode(entry)));
        } catch (MalformedEventException | MalformedMessageException | ModelRefusedException malformed) {
            return line.put("malformed", malformed.getMessage());
        }
    }

    private static Object decode(ConsumerRecord<byte[], byte[]> entry)
            throws MalformedEventException, MalformedMessageException, ModelRefusedException {
        return switch (entry.topic()) {
            case Topics.EVENTS -> EventCodec.decode(entry.value());
            case Topics.OUTCOMES -> OutcomeCodec.decode(entry.value());
            case Topics.TRUTH -> TruthCodec.decode(entry.value());
            case Topics.DECISIONS -> DecisionCodec.decode(entry.value());
            case Topics.CONTROL -> ControlCodec.decode(entry.value());
            case Topics.SHADOW -> ShadowCodec.decode(entry.value());
            case Topics.MODELS -> RegistryBook.Announced.of(ModelAnnouncement.read(entry.value()), entry.timestamp());
            case Topics.SIGNALS -> SignalCodec.decode(entry.value());
            default -> DeadLetterCodec.decode(entry.value());
        };
    }
}
