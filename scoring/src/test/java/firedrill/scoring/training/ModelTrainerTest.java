package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.model.artifact.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelTrainerTest {

    private static final int DAYS = 40;
    private static final long CUTOFF = TakeoverEvents.START + DAYS * TakeoverEvents.DAY;
    private static final TrainingSource SOURCE = new TrainingSource("small world", 1);

    @ParameterizedTest
    @EnumSource(Learner.class)
    void whatItLearnsHoldsLaterAndItsProbabilitiesAddUp(Learner learner, @TempDir Path folder) throws Exception {
        List<String> steps = new ArrayList<>();
        TrainingSet set =
                TakeoverEvents.trainingSetBuilder(1, DAYS, TakeoverEvents.DAY).build(CUTOFF);
        TrainingResult trained = new ModelTrainer(
                        learner, TrainingSettings.DEFAULT, step -> steps.add(step.substring(0, 3)))
                .train(set, SOURCE);
        assertThat(trained.withdrawalMetrics().rocAuc()).isGreaterThan(0.9);
        assertThat(trained.withdrawalMetrics().expectedFrauds()
                        / trained.withdrawalMetrics().frauds())
                .isBetween(0.6, 1.6);
        assertThat(trained.withdrawalMetrics().calibrationError()).isLessThan(0.05);
        assertThat(trained.orderMetrics()).isPresent();
        assertThat(trained.model().card().trainedOn().frauds()).isGreaterThan(100);
        assertThat(steps).containsExactly("1/4", "2/4", "3/4", "4/4");

        ModelFile.write(folder.resolve("small.tribuo"), trained.artifact());
        assertThat(ModelFile.load(folder.resolve("small.tribuo")).scorer().hash())
                .isEqualTo(trained.model().scorer().hash());
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void theSameSetGivesTheSameScores(Learner learner) throws Exception {
        TrainingSet set =
                TakeoverEvents.trainingSetBuilder(2, DAYS, TakeoverEvents.DAY).build(CUTOFF);
        assertThat(probabilities(learner, set)).isEqualTo(probabilities(learner, set));
    }

    private static List<Double> probabilities(Learner learner, TrainingSet set) throws UntrainableException {
        TrainingResult trained =
                new ModelTrainer(learner, TrainingSettings.DEFAULT, ProgressListener.SILENT).train(set, SOURCE);
        return set.rows().stream()
                .map(row -> trained.model().scorer().probability(row.features().toArray()))
                .toList();
    }

    @Test
    void reportsThatArriveAfterTheFitCannotBeLearnedThoughTheSetHoldsThem() throws Exception {
        TrainingSet set = TakeoverEvents.trainingSetBuilder(3, DAYS, 25 * TakeoverEvents.DAY)
                .build(CUTOFF);
        assertThat(set.rows()).anyMatch(row -> row.isFraudAsOf(CUTOFF));
        assertThatThrownBy(() -> new ModelTrainer(Learner.LOGISTIC, TrainingSettings.DEFAULT, ProgressListener.SILENT)
                        .train(set, SOURCE))
                .isInstanceOf(UntrainableException.class)
                .hasMessageStartingWith("the part for the fit has ");
    }
}
