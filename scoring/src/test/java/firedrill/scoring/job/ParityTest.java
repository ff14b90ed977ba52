package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.Entity;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of the exchange, put through the job and through training: the same vectors, to the last bit. The dashboard's
 * tests, which see the lab, add a third.
 */
class ParityTest {

    private static final int USERS = 800;
    /** One in whose hour withdrawals go to an address of a cluster that is known for fraud. */
    private static final long SEED = 13;

    @TempDir
    Path checkpoints;

    @Test
    void aRecordedHourHasTheSameVectorsInTheJobAndInTrainingWithLabelsArrivingMeanwhile() throws Exception {
        ParityRun hour = ParityRun.of(USERS, SEED);
        Map<Long, FeatureVector> inTheJob = hour.jobVectors(checkpoints);
        Map<Long, FeatureVector> inTraining = hour.trainingVectors();
        assertThat(inTheJob.keySet()).containsExactlyElementsOf(hour.decidedEventIds());
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
                if (Double.compare(feature.valueIn(values), feature.valueIn(others)) != 0) {
                    differences.add("%s of event %d: %s, %s"
                            .formatted(feature.label(), event, feature.valueIn(values), feature.valueIn(others)));
                }
            }
        });
        return differences;
    }

    private static boolean says(Feature feature, Map<Long, FeatureVector> vectors) {
        return vectors.values().stream().anyMatch(vector -> vector.at(feature.ordinal()) != feature.missing());
    }
}
