package firedrill.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreMonitorTest {

    @Test
    void aShiftThatIsTooSmallToActOnIsBelowTheCriticalValueHoweverManyScoresShowIt() {
        var monitor = new ScoreMonitor(HALVES, new DriftSettings(3, 4, 0.95, 7.5, 0.4, 3, 3, 360));
        for (int i = 0; i < 10; i++) {
            assertThat(monitor.observe(0.9, 0)).isEmpty();
        }
        assertThat(monitor.observe(0.9, MINUTE))
                .hasValueSatisfying(
                        reading -> assertThat(reading.criticalValue()).isEqualTo(7.5));
    }

    private static final long MINUTE = 60_000;

    /** Deciles of the uniform distribution, as exact as a sample of 20,000 can be. */
    private static final ReferenceDistribution DECILES = ReferenceDistribution.of(
            IntStream.range(0, 20_000).mapToDouble(i -> i / 20_000.0).toArray(), 10);

    /** Two equal halves, a window of three minutes, four scores to speak. */
    private static final ReferenceDistribution HALVES =
            ReferenceDistribution.of(new double[] {0.5}, new long[] {50, 50});

    private static final DriftSettings SMALL = new DriftSettings(3, 4, 0.95, 0, 0.4, 3, 3, 360);

    @Test
    void aMinuteThatBeginsReadsTheFullMinutesBeforeIt() {
        var monitor = new ScoreMonitor(HALVES, SMALL);
        for (int score = 0; score < 4; score++) {
            assertThat(monitor.observe(0.1, score)).isEmpty();
        }
        assertThat(monitor.observe(0.9, MINUTE + 5)).contains(reading(1, new long[] {4, 0}));
        assertThat(monitor.observe(0.9, MINUTE + 6)).isEmpty();
        assertThat(monitor.observe(0.9, 2 * MINUTE)).contains(reading(2, new long[] {4, 2}));
        assertThat(monitor.observe(0.1, 3 * MINUTE)).contains(reading(3, new long[] {4, 3}));
        assertThat(monitor.observe(0.1, 4 * MINUTE)).contains(reading(4, new long[] {1, 3}));
    }

    @Test
    void aScoreOfTheFarFutureStopsTheReadingsForAFewScoresOnly() {
        var monitor = new ScoreMonitor(HALVES, SMALL);
        monitor.observe(0.1, 4_102_444_799_999L);
        int readings = 0;
        for (int score = 0; score < 2 * ScoreMonitor.MAX_LATE_SCORES; score++) {
            readings += monitor.observe(0.1, score * MINUTE / 8).isPresent() ? 1 : 0;
        }
        assertThat(readings)
                .as("one for each minute but the first, which holds one score")
                .isEqualTo(ScoreMonitor.MAX_LATE_SCORES / 8 - 1);
    }

    @Test
    void aFewLateScoresDoNotTurnTheMonitorBack() {
        var monitor = new ScoreMonitor(HALVES, SMALL);
        for (int score = 0; score < 4; score++) {
            monitor.observe(0.1, 10 * MINUTE + score);
        }
        for (int late = 1; late < ScoreMonitor.MAX_LATE_SCORES; late++) {
            assertThat(monitor.observe(0.9, late)).isEmpty();
        }
        assertThat(monitor.observe(0.9, 11 * MINUTE)).contains(reading(11, new long[] {4, 0}));
    }

    @Test
    void tooFewScoresGiveNoReading() {
        var monitor = new ScoreMonitor(HALVES, SMALL);
        for (int minute = 0; minute < 100; minute++) {
            assertThat(monitor.observe(0.9, minute * MINUTE)).isEmpty();
        }
    }

    @Test
    void aGapIsReadOnceAndEmptiesTheWindow() {
        var monitor = new ScoreMonitor(HALVES, SMALL);
        for (int score = 0; score < 8; score++) {
            monitor.observe(0.1, score);
        }
        assertThat(monitor.observe(0.9, 3 * MINUTE)).contains(reading(3, new long[] {8, 0}));
        assertThat(monitor.observe(0.9, 1_000 * MINUTE)).isEmpty();
        assertThat(monitor.observe(0.9, 1_001 * MINUTE)).isEmpty();
    }

    @Test
    void aLateScoreJoinsItsOwnMinuteOrIsDropped() {
        var monitor = new ScoreMonitor(HALVES, SMALL);
        monitor.observe(0.1, 10 * MINUTE);
        for (int score = 0; score < 3; score++) {
            assertThat(monitor.observe(0.9, 8 * MINUTE)).isEmpty();
            assertThat(monitor.observe(0.9, 7 * MINUTE)).isEmpty();
            assertThat(monitor.observe(0.9, -MINUTE)).isEmpty();
        }
        assertThat(monitor.observe(0.1, 11 * MINUTE)).contains(reading(11, new long[] {1, 3}));
        assertThat(monitor.observe(0.1, 12 * MINUTE)).isEmpty();
    }

    @Property
    void timeInAnyOrderKeepsTheWindowTrue(
            @ForAll @Size(max = 60) List<@IntRange(max = 12) Integer> minutes, @ForAll @IntRange(max = 12) int last) {
        var monitor = new ScoreMonitor(HALVES, new DriftSettings(3, 1, 0.95, 0, 0.4, 3, 3, 360));
        List<Integer> kept = new ArrayList<>();
        int latest = -1;
        for (int minute : minutes) {
            monitor.observe(minute % 2 == 0 ? 0.1 : 0.9, minute * MINUTE);
            latest = Math.max(latest, minute);
            if (minute > latest - 3) {
                kept.add(minute);
            }
        }
        int end = latest + 1 + last;
        long[] expected = new long[2];
        kept.stream().filter(minute -> minute >= end - 3).forEach(minute -> expected[minute % 2]++);
        assertThat(monitor.observe(0.1, end * MINUTE))
                .isEqualTo(
                        expected[0] + expected[1] == 0 ? Optional.empty() : Optional.of(reading(end, expected, 0.95)));
    }

    @Test
    void aRestoredMonitorGoesOnAsIfNothingHappened() {
        var monitor = new ScoreMonitor(DECILES, DriftSettings.DEFAULT);
        SplittableRandom random = new SplittableRandom(5);
        for (int score = 0; score < 1_000; score++) {
            monitor.observe(random.nextDouble(), score * MINUTE / 60);
        }
        var restored = new ScoreMonitor(DECILES, DriftSettings.DEFAULT);
        restored.restore(monitor.save());
        Optional<DriftReading> reading = restored.observe(0.5, 17 * MINUTE);
        assertThat(reading).isPresent().isEqualTo(monitor.observe(0.5, 17 * MINUTE));
    }

    @Test
    void theTilesOfAnotherReferenceAreNotOurs() {
        var monitor = new ScoreMonitor(HALVES, SMALL);
        for (int score = 0; score < 8; score++) {
            monitor.observe(0.1, score);
        }
        var other = new ScoreMonitor(ReferenceDistribution.of(new double[] {0.4}, new long[] {50, 50}), SMALL);
        other.restore(monitor.save());
        assertThat(other.observe(0.1, MINUTE)).isEmpty();
        other.restore(new long[0]);
        assertThat(other.observe(0.1, MINUTE)).isEmpty();
    }

    private static DriftReading reading(int minute, long[] window) {
        return reading(minute, window, SMALL.confidence());
    }

    private static DriftReading reading(int minute, long[] window, double confidence) {
        long sample = Arrays.stream(window).sum();
        var index = new PopulationStabilityIndex(HALVES, confidence);
        return new DriftReading(minute * MINUTE, index.of(window, sample), index.criticalValue(sample), sample, 100);
    }
}
