package firedrill.scoring.evaluation.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShallowTreeTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void oneCutThatSeparatesIsFound() {
        ShallowTree tree = ShallowTree.fit(List.of(row(1, 7), row(1, 8)), List.of(row(1, 1), row(1, 2), row(1, 3)));
        assertThat(tree.score(row(1, 9))).isEqualTo(1);
        assertThat(tree.score(row(1, 2))).isZero();
    }

    @Test
    void aTreeIsPrintedAsNestedConditions() {
        ShallowTree tree = ShallowTree.fit(List.of(row(1, 7), row(1, 8)), List.of(row(1, 1), row(1, 2), row(1, 3)));
        assertThat(tree.describe(feature -> "f" + feature)).isEqualTo("(f1 < 3.000 ? 0.00 : 1.00)");
        ShallowTree sign = ShallowTree.fit(List.of(row(1, 7), row(1, 8)), List.of(row(1, 0), row(1, 0)));
        assertThat(sign.describe(feature -> "f" + feature)).isEqualTo("(f1 <= 0 ? 0.00 : 1.00)");
    }

    @Test
    void anInteractionOfTwoFeaturesIsFound() {
        List<double[]> frauds = new ArrayList<>();
        List<double[]> honest = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double[] row = row(random.nextDouble(), random.nextDouble());
            (row[0] > 0.8 && row[1] > 0.7 ? frauds : honest).add(row);
        }
        ShallowTree tree = ShallowTree.fit(frauds, honest);
        assertThat(tree.score(row(0.9, 0.9))).isGreaterThan(0.9);
        assertThat(tree.score(row(0.9, 0.2))).isLessThan(0.1);
        assertThat(tree.score(row(0.2, 0.9))).isLessThan(0.1);
    }

    @Test
    void bothKindsWeighTheSameHoweverRareOneIs() {
        ShallowTree tree =
                ShallowTree.fit(List.of(row(5, 5)), List.of(row(5, 5), row(5, 5), row(5, 5), row(5, 5), row(5, 5)));
        assertThat(tree.score(row(5, 5))).isEqualTo(0.5);
    }

    private static double[] row(double... values) {
        return values;
    }
}
