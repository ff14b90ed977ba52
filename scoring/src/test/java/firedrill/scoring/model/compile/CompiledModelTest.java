package firedrill.scoring.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.model.Allocation;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.SampleModels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;

/** Every kind of model that is compiled, against Tribuo's own predictions. */
class CompiledModelTest {

    private static final int ROWS = 100_000;
    private static final int AT_ONCE = 10_000;
    /**
     * XGBoost's softmax asks the C library for an exponential. On Linux that is glibc's, which is ours; elsewhere it is
     * another, and the score may differ by two of the last bits that single precision has just below 1.
     */
    private static final double SOFTMAX = OS.LINUX.isCurrentOs() ? 0 : 0x1p-23;

    private static final List<Arguments> KINDS = List.of(
            Arguments.of("logistic", SampleModels.logistic(), 0),
            Arguments.of("decision tree", SampleModels.cart(), 0),
            Arguments.of("forest by majority", SampleModels.forest(new VotingCombiner()), 0),
            Arguments.of("forest of divided votes", SampleModels.forest(new FullyWeightedVotingCombiner()), 0),
            Arguments.of("boosted, merged pairs", SampleModels.xgboost(1), SOFTMAX),
            Arguments.of("boosted, separate trees", SampleModels.xgboost(0.7), SOFTMAX));

    static Stream<Arguments> everyKind() {
        return KINDS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void itScoresAHundredThousandRowsAsTribuoDoes(String name, Model<Label> model, double bound) {
        CompiledModel compiled = SampleModels.compile(model);
        double largest = 0;
        double lowest = 1;
        double highest = 0;
        for (int slice = 0; slice < ROWS / AT_ONCE; slice++) {
            List<double[]> rows = SampleModels.rows(100 + slice, AT_ONCE);
            double[] own = FraudLabel.probabilities(model, rows);
            for (int i = 0; i < own.length; i++) {
                double score = compiled.score(rows.get(i));
                largest = Math.max(largest, Math.abs(score - own[i]));
                lowest = Math.min(lowest, score);
                highest = Math.max(highest, score);
            }
        }
        assertThat(highest - lowest)
                .as("a model that says the same of all proves nothing")
                .isGreaterThan(0.5);
        assertThat(largest).isLessThanOrEqualTo(bound);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void oneRowScoresAsItDoesAmongOthers(String name, Model<Label> model, double bound) {
        List<double[]> rows = SampleModels.rows(200, 50);
        double[] among = FraudLabel.probabilities(model, rows);
        for (int i = 0; i < among.length; i++) {
            assertThat(FraudLabel.probability(model, rows.get(i))).isEqualTo(among[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void itAllocatesNothing(String name, Model<Label> model, double bound) {
        CompiledModel compiled = SampleModels.compile(model);
        double[][] rows = SampleModels.rows(4, 1_000).toArray(new double[0][]);
        assertThat(Allocation.minBytes(() -> scoreAll(compiled, rows))).isZero();
    }

    private static void scoreAll(CompiledModel compiled, double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += compiled.score(row);
        }
        if (!(sum > 0)) {
            throw new AssertionError(sum);
        }
    }
}
