package firedrill.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Monitor and mode machine together, over simulated weeks: they keep quiet, they wake up, they do not flap. */
class DriftDetectionTest {

    private static final long MINUTE = 60_000;
    private static final int WEEK = 7 * 24 * 60;

    /** Share of scores moved into the two highest deciles, and the stability index that it comes to. */
    private static final double INDEX_0_08 = 0.15;

    private static final double INDEX_0_25 = 0.285;
    private static final double INDEX_0_72 = 0.50;

    /** The budget is one false alarm a week; 10 scores a minute are the least that the monitor speaks about. */
    @Test
    void withoutAChangeTheModeChangesLessThanOnceAWeekAndFewReadingsMeanAnything() {
        int weeks = 30;
        for (int scoresPerMinute : new int[] {10, 22, 60}) {
            DetectionRun supervisor = new DetectionRun(scoresPerMinute);
            supervisor.run(weeks * WEEK, minute -> 0);
            String at = " a week at " + scoresPerMinute + " scores a minute";
            assertThat(supervisor.trips() / (double) weeks).as("trips" + at).isLessThan(1);
            assertThat(supervisor.significantSpells / (double) weeks)
                    .as("significant spells" + at)
                    .isLessThan(1.5);
        }
    }

    @Test
    void aRealShiftTripsWithinTheWindowAndItsEndBringsTheModelBack() {
        for (int scoresPerMinute : new int[] {14, 60}) {
            DetectionRun supervisor = new DetectionRun(scoresPerMinute);
            supervisor.run(600, minute -> minute >= 120 && minute < 300 ? INDEX_0_72 : 0);
            assertThat(supervisor.changes).extracting(ObservedModeChange::to).containsExactly(Mode.RULES, Mode.MODEL);
            assertThat(supervisor.changes.get(0).minute()).isBetween(121, 135);
            assertThat(supervisor.changes.get(1).minute()).isBetween(315, 331);
        }
    }

    @Test
    void aShiftTooSmallToActOnNeverTripsHoweverLongItLasts() {
        DetectionRun supervisor = new DetectionRun(60);
        supervisor.run(WEEK, minute -> INDEX_0_08);
        assertThat(supervisor.changes).isEmpty();
    }

    @Test
    void aShiftThatHoversAtTheTripLineChangesTheModeOnce() {
        DetectionRun supervisor = new DetectionRun(60);
        supervisor.run(WEEK, minute -> INDEX_0_25);
        assertThat(supervisor.changes).extracting(ObservedModeChange::to).containsExactly(Mode.RULES);
    }

    @Test
    void aShiftThatComesAndGoesInsideTheDwellChangesTheModeOnce() {
        DetectionRun supervisor = new DetectionRun(60);
        supervisor.run(WEEK, minute -> minute % 30 < 15 ? INDEX_0_72 : 0);
        assertThat(supervisor.changes).extracting(ObservedModeChange::to).containsExactly(Mode.RULES);
    }

    private record ObservedModeChange(int minute, Mode to) {}

    /** A stream of scores, one monitor, one machine, and what they said. */
    private static final class DetectionRun {

        private static final ReferenceDistribution REFERENCE = ReferenceDistribution.of(
                IntStream.range(0, 20_000).mapToDouble(i -> i / 20_000.0).toArray(), 10);

        private final SplittableRandom random = new SplittableRandom(20_260_103);
        private final ScoreMonitor monitor = new ScoreMonitor(REFERENCE, DriftSettings.DEFAULT);
        private final int scoresPerMinute;
        private final List<ObservedModeChange> changes = new ArrayList<>();
        private ModeStateMachine machine = ModeStateMachine.START;
        private boolean significant;
        private int significantSpells;

        DetectionRun(int scoresPerMinute) {
            this.scoresPerMinute = scoresPerMinute;
        }

        void run(int minutes, IntToDoubleFunction movedShare) {
            for (int minute = 0; minute < minutes; minute++) {
                double moved = movedShare.applyAsDouble(minute);
                for (int score = 0; score < scoresPerMinute; score++) {
                    double value = random.nextDouble();
                    monitor.observe(
                                    random.nextDouble() < moved ? 0.8 + value / 5 : value,
                                    minute * MINUTE + score * MINUTE / scoresPerMinute)
                            .ifPresent(this::observe);
                }
            }
        }

        long trips() {
            return changes.stream().filter(change -> change.to() == Mode.RULES).count();
        }

        private void observe(DriftReading reading) {
            significantSpells += reading.isSignificant() && !significant ? 1 : 0;
            significant = reading.isSignificant();
            ModeStateMachine after = machine.next(reading, DriftSettings.DEFAULT);
            if (after.mode() != machine.mode()) {
                changes.add(new ObservedModeChange((int) (reading.timeMillis() / MINUTE), after.mode()));
            }
            machine = after;
        }
    }
}
