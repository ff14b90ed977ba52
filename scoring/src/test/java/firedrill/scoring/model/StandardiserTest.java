package firedrill.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firedrill.scoring.feature.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardiserTest {

    @Test
    void theRowsItWasFittedToHaveMeanZeroAndDeviationOne() {
        List<double[]> rows = SampleModels.rows(1, 1_000);
        Standardiser standardiser = Standardiser.fit(rows);
        for (int i = 0; i < Feature.COUNT; i++) {
            int feature = i;
            double[] inputs = rows.stream()
                    .mapToDouble(row -> standardiser.transform(row)[feature])
                    .toArray();
            double mean = Arrays.stream(inputs).average().orElseThrow();
            double square = Arrays.stream(inputs).map(x -> x * x).average().orElseThrow();
            assertThat(mean).isCloseTo(0, within(1e-9));
            assertThat(square).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aFeatureThatNeverVariesIsCentredAndNotBlownUp() {
        double[] row = new double[Feature.COUNT];
        Arrays.fill(row, 0.1);
        Standardiser standardiser =
                Standardiser.fit(Stream.generate(row::clone).limit(1_000).toList());
        assertThat(standardiser.deviations()).containsOnly(1);
    }

    @Test
    void meansOfAnotherShapeOrWithoutAValueAreRefused() {
        assertThatThrownBy(() -> Standardiser.of(new double[3], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Standardiser.of(new double[Feature.COUNT], new double[Feature.COUNT]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is_order");
    }
}
