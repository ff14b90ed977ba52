package firedrill.scoring.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.Allocation;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.SampleModels;
import firedrill.scoring.model.Standardiser;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScorerTest {

    private static final LogOddsModel LOGISTIC = SampleModels.compileLogOdds(SampleModels.logistic());
    private static final LogOddsModel BOOSTED = SampleModels.compileLogOdds(SampleModels.xgboost(1));

    static Stream<Arguments> both() {
        return Stream.of(
                Arguments.of(
                        scorer(LOGISTIC, SampleModels.CALIBRATION), scorer(LOGISTIC, Calibration.IDENTITY), LOGISTIC),
                Arguments.of(
                        scorer(BOOSTED, SampleModels.CALIBRATION), scorer(BOOSTED, Calibration.IDENTITY), BOOSTED));
    }

    private static Scorer scorer(LogOddsModel model, Calibration calibration) {
        Optional<Standardiser> standardiser =
                model == LOGISTIC ? Optional.of(SampleModels.STANDARDISER) : Optional.empty();
        return Scorer.of(model, standardiser, calibration, "hash");
    }

    @ParameterizedTest
    @MethodSource("both")
    void uncalibratedItsProbabilityIsTheModelsScore(Scorer calibrated, Scorer uncalibrated, LogOddsModel model) {
        for (double[] row : SampleModels.rows(5, 1_000)) {
            double[] inputs = model == LOGISTIC ? SampleModels.STANDARDISER.transform(row) : row;
            assertThat(uncalibrated.probability(row)).isCloseTo(model.score(inputs), within(0x1p-23));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void theCalibrationActsOnTheLogOdds(Scorer calibrated, Scorer uncalibrated, LogOddsModel model) {
        for (double[] row : SampleModels.rows(5, 1_000)) {
            assertThat(calibrated.probability(row))
                    .isEqualTo(SampleModels.CALIBRATION.probability(uncalibrated.logit(row)));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void theContributionsAddUpToTheDistanceFromTheBaseline(Scorer calibrated, Scorer uncalibrated, LogOddsModel model) {
        double[] contributions = new double[Feature.COUNT];
        for (double[] row : SampleModels.rows(6, 1_000)) {
            calibrated.explain(row, contributions);
            assertThat(calibrated.baseline() + DoubleStream.of(contributions).sum())
                    .isCloseTo(calibrated.logit(row), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void itAllocatesNothing(Scorer calibrated, Scorer uncalibrated, LogOddsModel model) {
        double[][] rows = SampleModels.rows(4, 1_000).toArray(new double[0][]);
        double[] contributions = new double[Feature.COUNT];
        assertThat(Allocation.minBytes(() -> scoreAll(calibrated, rows, contributions)))
                .isZero();
    }

    private static void scoreAll(Scorer scorer, double[][] rows, double[] contributions) {
        double sum = 0;
        for (double[] row : rows) {
            sum += scorer.probability(row);
            scorer.explain(row, contributions);
        }
        if (!(sum > 0)) {
            throw new AssertionError(sum);
        }
    }
}
