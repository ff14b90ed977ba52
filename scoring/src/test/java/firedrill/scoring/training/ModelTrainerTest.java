package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.model.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelTrainerTest {

    private static final int DAYS = 40;
    private static final long CUTOFF = SmallWorld.START + DAYS * SmallWorld.DAY;
    private static final TrainingSource SOURCE = new TrainingSource("small world", 1);

    @ParameterizedTest
    @EnumSource(Learner.class)
    void whatItLearnsHoldsLaterAndItsProbabilitiesAddUp(Learner learner, @TempDir Path folder) throws Exception {
        List<String> heard = new ArrayList<>();
        TrainingSet set = SmallWorld.told(1, DAYS, SmallWorld.DAY).build(CUTOFF);
        Trained trained = new ModelTrainer(
                        learner, TrainingSettings.DEFAULT, (step, steps, what) -> heard.add(step + "/" + steps))
                .train(set, SOURCE);
        assertThat(trained.withdrawals().rocAuc()).isGreaterThan(0.9);
        assertThat(trained.withdrawals().expectedFrauds()
                        / trained.withdrawals().frauds())
                .isBetween(0.6, 1.6);
        assertThat(trained.withdrawals().calibrationError()).isLessThan(0.05);
        assertThat(trained.orders()).isPresent();
        assertThat(trained.loaded().card().trainedOn().frauds()).isGreaterThan(100);
        assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");

        ModelFile.write(folder.resolve("small.tribuo"), trained.packed());
        assertThat(ModelFile.read(folder.resolve("small.tribuo")).scorer().hash())
                .isEqualTo(trained.loaded().scorer().hash());
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void theSameSetGivesTheSameScores(Learner learner) throws Exception {
        TrainingSet set = SmallWorld.told(2, DAYS, SmallWorld.DAY).build(CUTOFF);
        assertThat(probabilities(learner, set)).isEqualTo(probabilities(learner, set));
    }

    private static List<Double> probabilities(Learner learner, TrainingSet set) throws UntrainableException {
        Trained trained =
                new ModelTrainer(learner, TrainingSettings.DEFAULT, TrainingProgress.SILENT).train(set, SOURCE);
        return set.rows().stream()
                .map(row -> trained.loaded().scorer().probability(row.features().toArray()))
                .toList();
    }

    @Test
    void reportsThatArriveAfterTheFitCannotBeLearnedThoughTheSetHoldsThem() throws Exception {
        TrainingSet set = SmallWorld.told(3, DAYS, 25 * SmallWorld.DAY).build(CUTOFF);
        assertThat(set.rows()).anyMatch(row -> row.fraudAsOf(CUTOFF));
        assertThatThrownBy(() -> new ModelTrainer(Learner.LOGISTIC, TrainingSettings.DEFAULT, TrainingProgress.SILENT)
                        .train(set, SOURCE))
                .isInstanceOf(UntrainableException.class)
                .hasMessageStartingWith("the time to learn from has ");
    }
}
