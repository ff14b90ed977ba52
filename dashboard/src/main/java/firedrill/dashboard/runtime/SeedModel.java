package firedrill.dashboard.runtime;

import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Announces the bundled model, which then passes admission like any other. */
public final class SeedModel {

    private static final Duration QUEUEING_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(30);

    /** Announces the bundled model; a repetition changes nothing. Returns when it was written or given up. */
    public static void announce(KafkaSettings kafka, long simulatedMillis) {
        try (var producer = kafka.boundedProducer("firedrill-seed-model", QUEUEING_TIMEOUT, DELIVERY_TIMEOUT)) {
            var shipped = ModelAnnouncement.of(
                    ModelFile.readBundled(), simulatedMillis, "firedrill", "shipped with this version");
            // A lost record shows as an empty registry; closing flushes the producer.
            var unused = producer.send(new ProducerRecord<>(
                    Topics.MODELS, ModelAnnouncementCodec.key(shipped), ModelAnnouncementCodec.encode(shipped)));
        } catch (ModelRefusedException broken) {
            throw new IllegalStateException("the shipped model was refused: " + broken.getMessage(), broken);
        }
    }

    private SeedModel() {}
}
