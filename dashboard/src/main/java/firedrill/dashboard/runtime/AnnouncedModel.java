package firedrill.dashboard.runtime;

import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the announcement of one model, with the model, from {@code fraud.models}. */
final class AnnouncedModel {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    /** The latest announcement of {@code model} on the topic. */
    static Optional<ModelAnnouncement> latest(KafkaSettings kafka, String model) {
        Optional<ModelAnnouncement> latest = Optional.empty();
        try (var consumer = kafka.consumer("firedrill-announced-model")) {
            var partition = new TopicPartition(Topics.MODELS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (var entry : consumer.poll(POLL_INTERVAL)) {
                    var found =
                            announcement(entry).filter(one -> one.modelHash().equals(model));
                    latest = found.isPresent() ? found : latest;
                }
            }
        }
        return latest;
    }

    private static Optional<ModelAnnouncement> announcement(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return Optional.of(ModelAnnouncementCodec.decode(entry.value()));
        } catch (ModelRefusedException unreadable) {
            return Optional.empty();
        }
    }

    private AnnouncedModel() {}
}
