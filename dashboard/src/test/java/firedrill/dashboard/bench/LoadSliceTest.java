package firedrill.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadSliceTest {

    private static final long MILLI = 1_000_000;

    private final LoadSlice slice = new LoadSlice(RequestRoute.PIPELINE, 101, 3, 0);

    @Test
    void latencyCountsFromTheMomentTheRequestWasDue() {
        slice.recordRequest(101, 5 * MILLI);
        slice.recordAnswer(101, 12 * MILLI);
        assertThat(slice.latencyMillis(50)).isCloseTo(7, within(0.01));
    }

    @Test
    void anAnswerCountsOnce() {
        slice.recordRequest(101, 0);
        slice.recordRequest(102, 0);
        slice.recordAnswer(101, MILLI);
        slice.recordAnswer(101, 900 * MILLI);
        assertThat(slice.unanswered()).isEqualTo(1);
        assertThat(slice.latencyMillis(100)).isCloseTo(1, within(0.01));
    }

    @Test
    void unexpectedAnswersAreIgnored() {
        slice.recordAnswer(0, MILLI);
        slice.recordAnswer(100, MILLI);
        slice.recordAnswer(103, MILLI);
        slice.recordAnswer(104, MILLI);
        assertThat(slice.unanswered()).isZero();
    }

    @Test
    void whatWasDueBeforeMeasuringBeginsIsAnsweredButNotMeasured() {
        var settling = new LoadSlice(RequestRoute.RELAY, 1, 2, 10 * MILLI);
        settling.recordRequest(1, 9 * MILLI);
        settling.recordRequest(2, 10 * MILLI);
        settling.recordAnswer(1, 500 * MILLI);
        settling.recordAnswer(2, 11 * MILLI);
        assertThat(settling.unanswered()).isZero();
        assertThat(settling.latencyMillis(100)).isCloseTo(1, within(0.01));
    }

    @Test
    void aLegIsTheMedianOfItsSlices() {
        var slices = List.of(taking(2), taking(400), taking(4));
        assertThat(LatencyResult.RouteLatency.of(slices, 9).p99Millis()).isCloseTo(4, within(0.01));
        assertThat(LatencyResult.RouteLatency.of(slices, 9).lost()).isEqualTo(9);
    }

    @Test
    void quantilesLieBetweenTheNearestValues() {
        assertThat(LatencyResult.quantile(new double[] {4, 1, 2, 3}, 0.5)).isEqualTo(2.5);
        assertThat(LatencyResult.quantile(new double[] {7}, 0.75)).isEqualTo(7);
    }

    private static LoadSlice taking(long millis) {
        var slice = new LoadSlice(RequestRoute.PIPELINE, 1, 1, 0);
        slice.recordRequest(1, 0);
        slice.recordAnswer(1, millis * MILLI);
        return slice;
    }
}
