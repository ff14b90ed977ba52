package firedrill.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The index behaves as its published null distribution says; the numbers are those of a table, ten bins, N = M. */
class PopulationStabilityIndexTest {

    private static final int BINS = 10;

    @Test
    void criticalValuesFollowTheTable() {
        assertThat(critical(100, 0.95)).isCloseTo(0.338, within(0.0005));
        assertThat(critical(100, 0.999)).isCloseTo(0.558, within(0.0005));
        assertThat(critical(500, 0.95)).isCloseTo(0.068, within(0.0005));
        assertThat(critical(500, 0.999)).isCloseTo(0.112, within(0.0005));
        assertThat(critical(1_000, 0.95)).isCloseTo(0.034, within(0.0005));
        assertThat(critical(1_000, 0.999)).isCloseTo(0.056, within(0.0005));
        assertThat(critical(10_000, 0.95)).isCloseTo(0.0034, within(0.00005));
        assertThat(critical(10_000, 0.999)).isCloseTo(0.0056, within(0.00005));
    }

    @Test
    void simulatedQuantilesUnderNoChangeFollowTheTable() {
        int runs = 40_000;
        double[] indexes = new double[runs];
        SplittableRandom random = new SplittableRandom(20_260_101);
        for (int run = 0; run < runs; run++) {
            indexes[run] = index(uniform(random, 1_000), 1_000, uniform(random, 1_000));
        }
        Arrays.sort(indexes);
        assertThat(indexes[(int) (runs * 0.95)]).isCloseTo(0.034, within(0.001));
        assertThat(indexes[(int) (runs * 0.999)]).isCloseTo(0.056, within(0.004));
        assertThat(indexes[runs - 1]).isLessThan(0.10);
    }

    @Test
    void theRuleOfThumbAlarmsTooOftenInSmallSamples() {
        int runs = 4_000;
        int alarms = 0;
        SplittableRandom random = new SplittableRandom(20_260_102);
        for (int run = 0; run < runs; run++) {
            alarms += index(uniform(random, 100), 100, uniform(random, 100)) > 0.10 ? 1 : 0;
        }
        assertThat(alarms / (double) runs).isCloseTo(0.83, within(0.03));
    }

    @Test
    void anEmptyBinIsFarAwayButFinite() {
        assertThat(index(new long[] {100, 0}, 100, new long[] {50, 50})).isCloseTo(2.625, within(0.001));
    }

    @Property
    void theIndexIsNeverNegativeAndZeroAgainstItself(
            @ForAll @Size(BINS) List<@LongRange(max = 1_000) Long> window,
            @ForAll @Size(BINS) List<@LongRange(min = 1, max = 1_000) Long> reference) {
        long[] counts = reference.stream().mapToLong(count -> count).toArray();
        long[] other = window.stream().mapToLong(count -> count).toArray();
        assertThat(index(other, Arrays.stream(other).sum(), counts))
                .isNotNegative()
                .isFinite();
        assertThat(index(counts, Arrays.stream(counts).sum(), counts)).isZero();
    }

    private static double critical(int sample, double confidence) {
        long[] counts = new long[BINS];
        Arrays.fill(counts, sample / BINS);
        return new PopulationStabilityIndex(reference(counts), confidence).criticalValue(sample);
    }

    private static double index(long[] window, long sample, long[] reference) {
        return new PopulationStabilityIndex(reference(reference), 0.95).of(window, sample);
    }

    private static long[] uniform(SplittableRandom random, int sample) {
        long[] counts = new long[BINS];
        for (int i = 0; i < sample; i++) {
            counts[random.nextInt(BINS)]++;
        }
        return counts;
    }

    private static ReferenceDistribution reference(long[] counts) {
        double[] edges = new double[counts.length - 1];
        Arrays.setAll(edges, i -> i + 1.0);
        return ReferenceDistribution.of(edges, counts);
    }
}
