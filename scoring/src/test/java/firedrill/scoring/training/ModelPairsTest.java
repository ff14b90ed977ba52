package firedrill.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelPairsTest {

    @Test
    void thereIsOnePairOfEachKindAndBothHalvesSayTheSame() throws Exception {
        List<String> heard = new ArrayList<>();
        List<ModelPair> pairs = ModelPairs.train(3, (step, steps, what) -> heard.add(step + "/" + steps));
        assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
        assertThat(pairs.stream().map(ModelPair::name)).containsExactly("logistic", "cart", "random-forest", "xgboost");
        assertThat(pairs.stream().map(pair -> pair.scorer().isPresent())).containsExactly(true, false, false, true);
        for (ModelPair pair : pairs) {
            List<double[]> inputs = MadeUpRows.of(5).limit(50).map(pair::inputs).toList();
            double[] own = pair.byTribuo(inputs);
            for (int i = 0; i < own.length; i++) {
                assertThat(Math.abs(pair.compiled(inputs.get(i)) - own[i])).isLessThanOrEqualTo(0x1p-23);
            }
            assertThat(pair.byTribuo(inputs.get(0))).isEqualTo(own[0]);
        }
    }

    @Test
    void theSameSeedMakesUpTheSameRows() {
        assertThat(MadeUpRows.of(5).limit(10))
                .containsExactly(MadeUpRows.of(5).limit(10).toArray(double[][]::new));
        assertThat(MadeUpRows.of(5).limit(10)).allSatisfy(row -> {
            for (double value : row) {
                assertThat((double) (float) value).isEqualTo(value);
            }
        });
    }
}
