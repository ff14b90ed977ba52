package firedrill.ingest.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final int MANY = 200_000;

    private final RandomStream draws = new RandomSource(7).stream(() -> "test");

    @Property
    void aDrawIsAFunctionOfSeedPurposeKeyAndIndex(@ForAll long seed, @ForAll long entityKey, @ForAll long index) {
        assertThat(new RandomSource(seed).stream(() -> "price").bits(entityKey, SingleDraw.VALUE, index))
                .isEqualTo(new RandomSource(seed).stream(() -> "price").bits(entityKey, SingleDraw.VALUE, index));
    }

    @Property
    void everyDrawLiesInItsRange(@ForAll long entityKey, @ForAll long index) {
        assertThat(draws.uniform(entityKey, SingleDraw.VALUE, index)).isStrictlyBetween(0.0, 1.0);
        assertThat(draws.uniformBetween(3, 4, entityKey, SingleDraw.VALUE, index))
                .isBetween(3.0, 4.0);
        assertThat(draws.uniformInt(6, entityKey, SingleDraw.VALUE, index)).isBetween(0, 5);
        assertThat(draws.randomId(entityKey, SingleDraw.VALUE, index)).isBetween(1L, (1L << 48) - 1);
        assertThat(draws.exponential(2, entityKey, SingleDraw.VALUE, index))
                .isNotNegative()
                .isFinite();
        assertThat(draws.normal(entityKey, SingleDraw.VALUE, index)).isFinite();
    }

    @Property
    void poissonDrawsAreMonotoneInTheMean(
            @ForAll long entityKey, @ForAll @DoubleRange(min = 0, max = 200) double mean) {
        assertThat(draws.poisson(mean * 1.2, entityKey, SingleDraw.VALUE))
                .isGreaterThanOrEqualTo(draws.poisson(mean, entityKey, SingleDraw.VALUE));
    }

    @Test
    void purposesKeysAndIndexesAreIndependent() {
        var other = new RandomSource(7).stream(() -> "other");

        assertThat(correlation(i -> draws.uniform(i, SingleDraw.VALUE), i -> other.uniform(i, SingleDraw.VALUE)))
                .isCloseTo(0, within(0.01));
        assertThat(correlation(i -> draws.uniform(i, SingleDraw.VALUE), i -> draws.uniform(i, SingleDraw.VALUE, 1)))
                .isCloseTo(0, within(0.01));
        assertThat(correlation(i -> draws.uniform(i, SingleDraw.VALUE), i -> draws.uniform(i + 1, SingleDraw.VALUE)))
                .isCloseTo(0, within(0.01));
        assertThat(correlation(
                        i -> draws.uniform(0, SingleDraw.VALUE, i), i -> draws.uniform(0, SingleDraw.VALUE, i + 1)))
                .isCloseTo(0, within(0.01));
    }

    @Test
    void theDistributionsHaveTheirMoments() {
        assertThat(mean(i -> draws.uniform(i, SingleDraw.VALUE))).isCloseTo(0.5, within(0.003));
        assertThat(mean(i -> draws.normal(i, SingleDraw.VALUE))).isCloseTo(0, within(0.01));
        assertThat(mean(i -> Math.pow(draws.normal(i, SingleDraw.VALUE), 2))).isCloseTo(1, within(0.01));
        assertThat(mean(i -> draws.exponential(40, i, SingleDraw.VALUE))).isCloseTo(40, within(0.4));
        assertThat(mean(i -> draws.logNormal(2, 0.5, i, SingleDraw.VALUE)))
                .isCloseTo(2 * Math.exp(0.125), within(0.01));
        assertThat(mean(i -> draws.poisson(3.5, i, SingleDraw.VALUE))).isCloseTo(3.5, within(0.02));
        assertThat(mean(i -> draws.poisson(1_000, i, SingleDraw.VALUE))).isCloseTo(1_000, within(0.5));
    }

    @Test
    void aGeometricOfMeanTenExceedsTwentyInThirteenOfAHundred() {
        assertThat(mean(i -> draws.geometric(10, i, SingleDraw.VALUE))).isCloseTo(10, within(0.1));
        assertThat(mean(i -> draws.geometric(10, i, SingleDraw.VALUE) > 20 ? 1 : 0))
                .isCloseTo(0.13, within(0.01));
    }

    @Test
    void theNormalQuantileMatchesTheTable() {
        assertThat(NormalQuantile.of(0.5)).isCloseTo(0, within(1e-9));
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-8));
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306167813, within(1e-8));
        assertThat(NormalQuantile.of(0.999)).isCloseTo(3.090232306167813, within(1e-8));
    }

    private static double mean(LongToDoubleFunction draw) {
        return LongStream.range(0, MANY).mapToDouble(draw).average().orElseThrow();
    }

    private static double correlation(LongToDoubleFunction one, LongToDoubleFunction other) {
        return 12 * mean(i -> (one.applyAsDouble(i) - 0.5) * (other.applyAsDouble(i) - 0.5));
    }
}
