package firedrill.dashboard.runtime;

import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The shipped model comes into the registry like any other: it is announced, and the scorer checks it. */
public final class SeedModel {

    /** Announces the shipped model; announcing it again changes nothing. Returns before the broker has answered. */
    public static void announce(KafkaSettings kafka, long simulatedMillis) {
        try (var producer = kafka.producer("firedrill-founding")) {
            var shipped = ModelAnnouncement.of(
                    ModelFile.readBundled(), simulatedMillis, "firedrill", "it comes with the program");
            // What is lost shows as a registry without a version; closing waits for what was taken.
            var unused = producer.send(new ProducerRecord<>(Topics.MODELS, ModelAnnouncementCodec.key(shipped), ModelAnnouncementCodec.encode(shipped)));
        } catch (ModelRefusedException broken) {
            throw new IllegalStateException("the shipped model was refused: " + broken.getMessage(), broken);
        }
    }

    private SeedModel() {}
}
