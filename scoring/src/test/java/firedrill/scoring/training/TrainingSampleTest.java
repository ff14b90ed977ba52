package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.feature.Scale;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.FeatureSchema.FeatureColumn;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.compile.Scorer;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingSampleTest {

    private static final TrainingSource SOURCE = new TrainingSource("made up", 1);

    @Test
    void whatFitsIsKeptInItsOrder() {
        TrainingSample set = new TrainingSample(FeatureSchema.CATALOGUE, 10, 10);
        for (int i = 1; i <= 6; i++) {
            set.add(i, row(i, i % 3 == 0));
        }
        assertThat(set.rows()).extracting(row -> row.features().at(0)).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(set.honestWeight()).isEqualTo(1);
        assertThat(set.logOddsShift()).isZero();
    }

    @Test
    void whatDoesNotFitIsThinnedByItsNumberAndEachClassByItself() {
        TrainingSample set = new TrainingSample(FeatureSchema.CATALOGUE, 1_000, 1_000);
        for (int i = 0; i < 20_000; i++) {
            set.add(i, row(i, i % 100 == 0));
        }
        assertThat(set.rowsAdded()).isEqualTo(20_000);
        assertThat(set.fraudsAdded()).isEqualTo(200);
        assertThat(set.honestWeight()).isEqualTo(32);
        assertThat(set.rows().stream().filter(LabelledRow::fraud)).hasSize(200);
        assertThat(set.rows().stream().filter(row -> !row.fraud()).count()).isBetween(500L, 1_000L);
        assertThat(set.logOddsShift()).isCloseTo(-Math.log(32), within(1e-12));
    }

    @Test
    void probabilitiesAreThoseOfAllRowsAlthoughFewWereLearnedFrom() throws Exception {
        TrainingSample set = new TrainingSample(FeatureSchema.CATALOGUE, 2_000, 2_000);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 40_000; i++) {
            set.add(i, row(10 * random.nextDouble(), random.nextInt(50) == 0));
        }
        Scorer scorer = set.train(Learner.LOGISTIC, SOURCE, 1);
        assertThat(set.honestWeight()).isGreaterThan(8);
        assertThat(scorer.probability(row(5, false).features().toArray())).isBetween(0.016, 0.024);
    }

    @Test
    void oneKindAloneTeachesNothing() {
        TrainingSample set = new TrainingSample();
        set.add(1, row(1, false));
        assertThatThrownBy(() -> set.train(Learner.LOGISTIC, SOURCE, 1))
                .isInstanceOf(UntrainableException.class)
                .hasMessage("1 training rows have 0 frauds, and both classes are needed");
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void aColumnBeyondTheCatalogueIsLearnedFromAndScoredAsTribuoScoresIt(Learner learner) throws Exception {
        FeatureSchema columns = FeatureSchema.CATALOGUE.append(List.of(new FeatureColumn("a_table_tells", Scale.LOG)));
        TrainingSample set = new TrainingSample(columns);
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 2_000; i++) {
            double[] features = new double[columns.size()];
            features[Feature.COUNT] = random.nextInt(100);
            set.add(i, new LabelledRow(false, FeatureVector.of(features), features[Feature.COUNT] > 70));
        }
        Scorer scorer = set.train(learner, SOURCE, 1);
        FittedModel fitted = learner.fit(set.rows(), columns, SOURCE, 1);
        for (int value : new int[] {0, 20, 40, 95}) {
            double[] features = new double[columns.size()];
            features[Feature.COUNT] = value;
            double[] inputs = fitted.standardiser()
                    .map(known -> known.transform(features))
                    .orElse(features);
            double byTribuo = Objects.requireNonNull(fitted.model()
                            .predict(columns.example(inputs, false))
                            .getOutputScores()
                            .get(FraudLabel.FRAUD.getLabel()))
                    .getScore();
            assertThat(scorer.probability(features)).isCloseTo(byTribuo, within(1e-6));
            assertThat(byTribuo > 0.5).isEqualTo(value > 70);
        }
    }

    private static LabelledRow row(double first, boolean fraud) {
        double[] features = new double[Feature.COUNT];
        features[0] = first;
        return new LabelledRow(false, FeatureVector.of(features), fraud);
    }
}
