package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.evaluation.ClassificationMetrics;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that comes with this version, on an exchange of another seed than it learned from. */
class BundledModelTest {

    private static final int USERS = 10_000;

    @Test
    void itFindsFraudAsWellAsOneMayBelieveAndMeansItsProbabilities() throws Exception {
        LoadedModel shipped = ModelFile.loadBundled();
        SimulatedTrainingData day = SimulatedTrainingData.of(7, USERS, Duration.ofDays(1), 1_000);
        List<TrainingRow> withdrawals = day.builder().build(day.nowMillis()).rows().stream()
                .filter(row -> !row.order())
                .toList();
        double[] probabilities = withdrawals.stream()
                .mapToDouble(row -> shipped.scorer().probability(row.features().toArray()))
                .toArray();
        boolean[] frauds = new boolean[withdrawals.size()];
        for (int i = 0; i < frauds.length; i++) {
            frauds[i] = day.isFraud(withdrawals.get(i).eventId());
        }
        ClassificationMetrics evaluation = ClassificationMetrics.of(probabilities, frauds);
        assertThat(evaluation.averagePrecision()).isBetween(0.3, 0.7);
        assertThat(evaluation.recallAtOnePercent()).isBetween(0.25, 0.8);
        assertThat(evaluation.expectedFrauds() / evaluation.frauds()).isBetween(0.6, 1.4);
        assertThat(shipped.card().trainedOn().seed()).isNotEqualTo(7);
    }
}
