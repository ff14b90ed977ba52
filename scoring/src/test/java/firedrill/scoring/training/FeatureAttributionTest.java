package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.compile.LogOddsModel;
import firedrill.scoring.model.compile.ModelCompiler;
import firedrill.scoring.model.compile.Scorer;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the strongest reason is one: on frauds of the lab, as a model that learned from the lab saw them. */
class FeatureAttributionTest {

    private static final int USERS = 2_000;
    private static final Duration TO_LEARN = Duration.ofDays(8);
    private static final Duration TO_JUDGE = Duration.ofDays(3);

    private static List<LabelledRow> learned = List.of();
    private static List<double[]> frauds = List.of();

    @BeforeAll
    static void live() throws Exception {
        learned = rows(21, TO_LEARN);
        frauds = rows(22, TO_JUDGE).stream()
                .filter(LabelledRow::fraud)
                .map(row -> row.features().toArray())
                .toList();
    }

    private static List<LabelledRow> rows(long seed, Duration length) throws Exception {
        SimulatedTrainingData world = SimulatedTrainingData.of(seed, USERS, length, 20);
        return world.builder().build(world.nowMillis()).rows().stream()
                .filter(row -> !row.order())
                .map(row -> new LabelledRow(false, row.features(), world.isFraud(row.eventId())))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Learner.class)
    void withoutItsTopReasonAFraudScoresLower(Learner learner) throws Exception {
        Scorer scorer = scorer(learner);
        double[] medians = medians();
        List<double[]> stopped = frauds.stream()
                .filter(row -> scorer.logit(row) > scorer.baseline() + 2)
                .toList();
        assertThat(stopped).hasSizeGreaterThan(50);
        long lower = stopped.stream()
                .filter(row -> scorer.logit(withoutTop(scorer, row, medians)) < scorer.logit(row))
                .count();
        assertThat((double) lower / stopped.size()).isGreaterThan(0.97);
    }

    private static Scorer scorer(Learner learner) throws Exception {
        FittedModel fitted = learner.fit(learned, new TrainingSource("lab", 21), 1);
        LogOddsModel model = ModelCompiler.compileLogOdds(fitted.model(), FeatureSchema.CATALOGUE);
        return Scorer.of(model, fitted.standardiser(), Calibration.IDENTITY, "");
    }

    /** The row with the feature of the largest contribution as it is for most people. */
    private static double[] withoutTop(Scorer scorer, double[] row, double[] medians) {
        double[] contributions = new double[Feature.COUNT];
        scorer.explain(row, contributions);
        int top = 0;
        for (int i = 1; i < contributions.length; i++) {
            top = contributions[i] > contributions[top] ? i : top;
        }
        double[] without = row.clone();
        without[top] = medians[top];
        return without;
    }

    private static double[] medians() {
        return Stream.of(Feature.values())
                .mapToDouble(feature -> median(learned.stream()
                        .filter(row -> !row.fraud())
                        .mapToDouble(row -> row.features().at(feature.ordinal()))))
                .toArray();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
