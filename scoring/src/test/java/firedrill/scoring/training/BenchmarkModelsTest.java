package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkModelsTest {

    @Test
    void eachKindHasOnePairWithEqualScores() throws Exception {
        List<String> steps = new ArrayList<>();
        List<BenchmarkModel> pairs = BenchmarkModels.train(3, step -> steps.add(step.substring(0, 3)));
        assertThat(steps).containsExactly("1/4", "2/4", "3/4", "4/4");
        assertThat(pairs.stream().map(BenchmarkModel::name))
                .containsExactly("logistic", "cart", "random-forest", "xgboost");
        assertThat(pairs.stream().map(pair -> pair.scorer().isPresent())).containsExactly(true, false, false, true);
        for (BenchmarkModel pair : pairs) {
            List<double[]> inputs =
                    SyntheticRows.generate(5).limit(50).map(pair::modelInputs).toList();
            double[] own = pair.scoreWithTribuo(inputs);
            for (int i = 0; i < own.length; i++) {
                assertThat(Math.abs(pair.scoreCompiled(inputs.get(i)) - own[i])).isLessThanOrEqualTo(0x1p-23);
            }
            assertThat(pair.scoreWithTribuo(inputs.get(0))).isEqualTo(own[0]);
        }
    }

    @Test
    void theSameSeedMakesUpTheSameRows() {
        assertThat(SyntheticRows.generate(5).limit(10))
                .containsExactly(SyntheticRows.generate(5).limit(10).toArray(double[][]::new));
        assertThat(SyntheticRows.generate(5).limit(10)).allSatisfy(row -> {
            for (double value : row) {
                assertThat((double) (float) value).isEqualTo(value);
            }
        });
    }
}
