package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.feature.Entity;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.training.TrainingSetBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of the exchange, put through the job and through training: the same vectors, to the last bit. The lab is compared
 * with both on a run that is live.
 */
class ParityTest {

    private static final int USERS = 800;
    /** One in whose hour clusters are looked at: that depends on how much happened before. */
    private static final long SEED = 4;

    @TempDir
    Path checkpoints;

    @Test
    void aRecordedHourHasTheSameVectorsInTheJobAndInTrainingWithLabelsArrivingMeanwhile() throws Exception {
        RecordedHour hour = RecordedHour.of(USERS, SEED);
        Map<Long, FeatureVector> inTheJob = inTheJob(hour);
        Map<Long, FeatureVector> inTraining = inTraining(hour);
        assertThat(inTheJob.keySet())
                .containsExactlyElementsOf(hour.events.stream()
                        .filter(ExchangeEvent::awaitsAnswer)
                        .map(ExchangeEvent::id)
                        .toList());
        assertThat(inTraining.keySet()).isEqualTo(inTheJob.keySet());
        assertThat(differences(inTheJob, inTraining)).isEmpty();
        assertThat(Stream.of(Feature.values()).filter(feature -> says(feature, inTheJob)))
                .as("features that say something in some vector")
                .contains(
                        Feature.USER_CONFIRMED_SHARE,
                        Feature.DEVICE_CONFIRMED_SHARE,
                        Feature.NETWORK_CONFIRMED_SHARE,
                        Feature.SOURCE_CONFIRMED_SHARE,
                        Feature.ADDRESS_CONFIRMED_SHARE,
                        Feature.ADDRESS_CLUSTER_USERS,
                        Feature.ADDRESS_CLUSTER_AGE_MINUTES,
                        Feature.ADDRESS_CLUSTER_EXCLUSIVITY,
                        Feature.ADDRESS_CLUSTER_CONFIRMED_SHARE)
                .extracting(Feature::entity)
                .contains(Entity.values());
    }

    /** In words, because whole vectors are too long to read. */
    private static List<String> differences(Map<Long, FeatureVector> one, Map<Long, FeatureVector> other) {
        List<String> differences = new ArrayList<>();
        one.forEach((event, vector) -> {
            double[] values = vector.toArray();
            double[] others = Objects.requireNonNull(other.get(event)).toArray();
            for (Feature feature : Feature.values()) {
                if (Double.compare(feature.in(values), feature.in(others)) != 0) {
                    differences.add("%s of event %d: %s, %s"
                            .formatted(feature.label(), event, feature.in(values), feature.in(others)));
                }
            }
        });
        return differences;
    }

    private static boolean says(Feature feature, Map<Long, FeatureVector> vectors) {
        return vectors.values().stream().anyMatch(vector -> vector.at(feature.ordinal()) != feature.missing());
    }

    private Map<Long, FeatureVector> inTheJob(RecordedHour hour) throws Exception {
        MemoryEnds ends = MemoryEnds.run(hour.events, hour.outcomes, hour.pastEvents, checkpoints);
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        for (Outgoing written : ends.written(Topics.DECISIONS)) {
            Decision decision = DecisionCodec.decode(written.value());
            vectors.put(decision.eventId(), decision.features());
        }
        return vectors;
    }

    private static Map<Long, FeatureVector> inTraining(RecordedHour hour) throws Exception {
        TrainingSetBuilder builder = new TrainingSetBuilder(1);
        hour.tell(builder::event, builder::outcome);
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        builder.build(Long.MAX_VALUE).rows().forEach(row -> vectors.put(row.eventId(), row.features()));
        return vectors;
    }
}
