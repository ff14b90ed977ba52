package firedrill.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianRatioTest {

    @Test
    void ofTwelveRatiosTheTwoOutermostAtEitherEndAreLeftOut() {
        double[] ratios = {1.2, 0.1, 0.9, 1.1, 1.0, 9, 0.2, 8, 1.3, 0.8, 1.4, 0.7};
        assertThat(MedianRatio.of(ratios)).isEqualTo(new MedianRatio(1.05, 0.7, 1.4));
    }

    @Test
    void fiveRatiosCannotBeSoSure() {
        assertThat(MedianRatio.of(new double[] {3, 1, 2, 5, 4})).isEqualTo(new MedianRatio(3, null, null));
    }

    @Test
    void aDifferenceIsOneThatTheIntervalLeavesOutsideOfItself() {
        assertThat(new MedianRatio(1.2, 1.1, 1.3).includesOne()).isFalse();
        assertThat(new MedianRatio(0.8, 0.7, 0.9).includesOne()).isFalse();
        assertThat(new MedianRatio(1.2, 0.9, 1.3).includesOne()).isTrue();
        assertThat(new MedianRatio(1.2, null, null).includesOne()).isTrue();
    }

    @Test
    void itHoldsTheTrueMedianInNineteenOfTwentyCasesAtLeast() {
        SplittableRandom random = new SplittableRandom(5);
        int cases = 4_000;
        long held = IntStream.range(0, cases)
                .mapToObj(i -> MedianRatio.of(IntStream.range(0, 12)
                        .mapToDouble(j -> Math.exp(random.nextGaussian()))
                        .toArray()))
                .filter(MedianRatio::includesOne)
                .count();
        assertThat((double) held / cases).isBetween(0.95, 0.975);
    }
}
