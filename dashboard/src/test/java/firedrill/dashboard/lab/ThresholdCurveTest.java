package firedrill.dashboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.dashboard.lab.ThresholdCurve.ThresholdPoint;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThresholdCurveTest {

    @Test
    void theCheapestThresholdMovesUpWhenFalsePositivesCostMore() {
        var points = List.of(point(0, 0, 1_000), point(0.2, 100, 50), point(0.6, 200, 10), point(1.01, 900, 0));

        assertThat(ThresholdCurve.of(points)).isEqualTo(new ThresholdCurve(points, 0.2, 10, 0.6));
        assertThat(ThresholdCurve.of(points).isInterior()).isTrue();
    }

    @Test
    void anOptimumAtEitherEndIsNotInterior() {
        assertThat(ThresholdCurve.of(List.of(point(0, 0, 1), point(0.5, 5, 0.5), point(1.01, 10, 0)))
                        .isInterior())
                .isFalse();
        assertThat(ThresholdCurve.of(List.of(point(0, 0, 100), point(0.5, 5, 50), point(1.01, 10, 0)))
                        .isInterior())
                .isFalse();
    }

    @Test
    void theGridGoesFromRefusingAllToRefusingNone() {
        assertThat(ThresholdCurve.GRID).isSorted().startsWith(0.0);
        assertThat(ThresholdCurve.GRID.get(ThresholdCurve.GRID.size() - 1)).isGreaterThan(1);
    }

    /** Where a higher threshold never refuses more, a higher price of refusing never lowers the optimum. */
    @Property
    void theCheapestThresholdNeverMovesDown(
            @ForAll @Size(5) List<@DoubleRange(min = 0, max = 1_000) Double> frauds,
            @ForAll @Size(5) List<@DoubleRange(min = 0, max = 1_000) Double> falsePositives) {
        var falling = falsePositives.stream()
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
        var curve = ThresholdCurve.of(IntStream.range(0, 5)
                .mapToObj(i -> point(i / 4.0, frauds.get(i), falling.get(i)))
                .toList());

        assertThat(curve.optimalThresholdAtFactor()).isGreaterThanOrEqualTo(curve.optimalThreshold());
    }

    private static ThresholdPoint point(double threshold, double fraudUsd, double falsePositiveUsd) {
        return new ThresholdPoint(threshold, only(fraudUsd + falsePositiveUsd), only(fraudUsd), only(falsePositiveUsd));
    }

    private static ConfidenceInterval only(double mean) {
        return new ConfidenceInterval(mean, null, null);
    }
}
