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

    private final RandomStream draws = new RandomSource(7).stream("test");

    @Property
    void aDrawIsAFunctionOfSeedPurposeKeyAndIndex(@ForAll long seed, @ForAll long entityKey, @ForAll long index) {
        assertThat(new RandomSource(seed).stream("price").bits(entityKey, index))
                .isEqualTo(new RandomSource(seed).stream("price").bits(entityKey, index));
    }

    @Property
    void everyDrawLiesInItsRange(@ForAll long entityKey, @ForAll long index) {
        assertThat(draws.uniform(entityKey, index)).isStrictlyBetween(0.0, 1.0);
        assertThat(draws.uniformBetween(3, 4, entityKey, index)).isBetween(3.0, 4.0);
        assertThat(draws.uniformInt(6, entityKey, index)).isBetween(0, 5);
        assertThat(draws.randomId(entityKey, index)).isBetween(1L, (1L << 48) - 1);
        assertThat(draws.exponential(2, entityKey, index)).isNotNegative().isFinite();
        assertThat(draws.normal(entityKey, index)).isFinite();
    }

    @Property
    void poissonDrawsAreMonotoneInTheMean(
            @ForAll long entityKey, @ForAll @DoubleRange(min = 0, max = 200) double mean) {
        assertThat(draws.poisson(mean * 1.2, entityKey, 0)).isGreaterThanOrEqualTo(draws.poisson(mean, entityKey, 0));
    }

    @Test
    void purposesKeysAndIndexesAreIndependent() {
        var other = new RandomSource(7).stream("other");

        assertThat(correlation(i -> draws.uniform(i, 0), i -> other.uniform(i, 0)))
                .isCloseTo(0, within(0.01));
        assertThat(correlation(i -> draws.uniform(i, 0), i -> draws.uniform(i, 1)))
                .isCloseTo(0, within(0.01));
        assertThat(correlation(i -> draws.uniform(i, 0), i -> draws.uniform(i + 1, 0)))
                .isCloseTo(0, within(0.01));
        assertThat(correlation(i -> draws.uniform(0, i), i -> draws.uniform(0, i + 1)))
                .isCloseTo(0, within(0.01));
    }

    @Test
    void theDistributionsHaveTheirMoments() {
        assertThat(mean(i -> draws.uniform(i, 0))).isCloseTo(0.5, within(0.003));
        assertThat(mean(i -> draws.normal(i, 0))).isCloseTo(0, within(0.01));
        assertThat(mean(i -> Math.pow(draws.normal(i, 0), 2))).isCloseTo(1, within(0.01));
        assertThat(mean(i -> draws.exponential(40, i, 0))).isCloseTo(40, within(0.4));
        assertThat(mean(i -> draws.logNormal(2, 0.5, i, 0))).isCloseTo(2 * Math.exp(0.125), within(0.01));
        assertThat(mean(i -> draws.poisson(3.5, i, 0))).isCloseTo(3.5, within(0.02));
        assertThat(mean(i -> draws.poisson(1_000, i, 0))).isCloseTo(1_000, within(0.5));
    }

    @Test
    void aGeometricOfMeanTenExceedsTwentyInThirteenOfAHundred() {
        assertThat(mean(i -> draws.geometric(10, i, 0))).isCloseTo(10, within(0.1));
        assertThat(mean(i -> draws.geometric(10, i, 0) > 20 ? 1 : 0)).isCloseTo(0.13, within(0.01));
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
