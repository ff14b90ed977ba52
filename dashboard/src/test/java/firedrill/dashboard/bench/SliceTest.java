package firedrill.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final long MILLI = 1_000_000;

    private final Slice slice = new Slice(Route.PIPELINE, 101, 3, 0);

    @Test
    void latencyCountsFromTheMomentTheRequestWasDue() {
        slice.asked(101, 5 * MILLI);
        slice.answered(101, 12 * MILLI);
        assertThat(slice.millisAt(50)).isCloseTo(7, within(0.01));
    }

    @Test
    void anAnswerCountsOnce() {
        slice.asked(101, 0);
        slice.asked(102, 0);
        slice.answered(101, MILLI);
        slice.answered(101, 900 * MILLI);
        assertThat(slice.waiting()).isEqualTo(1);
        assertThat(slice.millisAt(100)).isCloseTo(1, within(0.01));
    }

    @Test
    void answersToNobodyAreIgnored() {
        slice.answered(0, MILLI);
        slice.answered(100, MILLI);
        slice.answered(103, MILLI);
        slice.answered(104, MILLI);
        assertThat(slice.waiting()).isZero();
    }

    @Test
    void whatWasDueBeforeMeasuringBeginsIsAnsweredButNotMeasured() {
        var settling = new Slice(Route.RELAY, 1, 2, 10 * MILLI);
        settling.asked(1, 9 * MILLI);
        settling.asked(2, 10 * MILLI);
        settling.answered(1, 500 * MILLI);
        settling.answered(2, 11 * MILLI);
        assertThat(settling.waiting()).isZero();
        assertThat(settling.millisAt(100)).isCloseTo(1, within(0.01));
    }

    @Test
    void aLegIsTheMedianOfItsSlices() {
        var slices = List.of(taking(2), taking(400), taking(4));
        assertThat(LatencyResult.Leg.of(slices, 9).p99Millis()).isCloseTo(4, within(0.01));
        assertThat(LatencyResult.Leg.of(slices, 9).lost()).isEqualTo(9);
    }

    @Test
    void quantilesLieBetweenTheNearestValues() {
        assertThat(LatencyResult.quantile(new double[] {4, 1, 2, 3}, 0.5)).isEqualTo(2.5);
        assertThat(LatencyResult.quantile(new double[] {7}, 0.75)).isEqualTo(7);
    }

    private static Slice taking(long millis) {
        var slice = new Slice(Route.PIPELINE, 1, 1, 0);
        slice.asked(1, 0);
        slice.answered(1, millis * MILLI);
        return slice;
    }
}
