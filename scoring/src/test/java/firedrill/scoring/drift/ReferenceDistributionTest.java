package firedrill.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReferenceDistributionTest {

    @Test
    void differentProbabilitiesAreCutIntoEqualBins() {
        double[] hundredths =
                IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
        assertThat(ReferenceDistribution.of(hundredths, 4))
                .isEqualTo(ReferenceDistribution.of(new double[] {0.25, 0.5, 0.75}, new long[] {25, 25, 25, 25}));
    }

    @Test
    void equalProbabilitiesOnACutShareABin() {
        assertThat(ReferenceDistribution.of(new double[] {0.1, 0.1, 0.1, 0.2, 0.9}, 5))
                .isEqualTo(ReferenceDistribution.of(new double[] {0.2, 0.9}, new long[] {3, 1, 1}));
    }

    @Test
    void anEdgeBelongsToTheBinAboveIt() {
        var reference = ReferenceDistribution.of(new double[] {0.2, 0.5}, new long[] {1, 1, 1});
        assertThat(new int[] {
                    reference.bin(0), reference.bin(0.2), reference.bin(0.49), reference.bin(0.5), reference.bin(1)
                })
                .containsExactly(0, 1, 1, 2, 2);
    }

    @Test
    void nearlyAlwaysTheSameProbabilityStillMakesTwoBins() {
        double[] probabilities = new double[100];
        probabilities[7] = 0.9;
        assertThat(ReferenceDistribution.of(probabilities, 10))
                .isEqualTo(ReferenceDistribution.of(new double[] {0.9}, new long[] {99, 1}));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDistribution.of(new double[] {}, 10))
                .withMessage("a reference needs two different probabilities, had 0 values without a difference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDistribution.of(new double[] {0.3, 0.3}, 10))
                .withMessage("a reference needs two different probabilities, had 2 values without a difference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDistribution.of(new double[] {0.3, 0.4}, 1))
                .withMessage("bins must be at least 2, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDistribution.of(new double[] {0.3, 0.3}, new long[] {1, 1, 1}))
                .withMessage("innerEdges must be finite and rise, were [0.3, 0.3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDistribution.of(new double[] {0.3}, new long[] {1, -1}))
                .withMessage("counts must not be negative, nor all 0, were [1, -1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDistribution.of(new double[] {0.3}, new long[] {1}))
                .withMessage(
                        "a reference needs at least one edge and one more count than edges, had 1 edges and 1 counts");
    }

    @Property
    void everyProbabilityIsCountedInItsOwnBin(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = 0, max = 0.9) Double> someProbabilities,
            @ForAll @IntRange(min = 2, max = 20) int bins) {
        double[] probabilities = DoubleStream.concat(someProbabilities.stream().mapToDouble(p -> p), DoubleStream.of(1))
                .toArray();
        var reference = ReferenceDistribution.of(probabilities, bins);
        long[] counted = new long[reference.binCount()];
        for (double probability : probabilities) {
            counted[reference.bin(probability)]++;
        }
        assertThat(reference).isEqualTo(ReferenceDistribution.of(reference.innerEdges(), counted));
        assertThat(counted).hasSizeBetween(2, bins).doesNotContain(0L);
        assertThat(reference.sampleSize()).isEqualTo(probabilities.length);
    }
}
