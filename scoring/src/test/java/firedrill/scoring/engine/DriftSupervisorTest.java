package firedrill.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelOrder.Promote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftSupervisorTest {

    private static final long MINUTE = 60_000;
    private static final ReferenceDistribution REFERENCE =
            ReferenceDistribution.of(new double[] {0.1, 0.2}, new long[] {10_000, 10_000, 10_000});

    private final ControlLog log = new ControlLog();
    private final DriftSupervisor supervisor = supervisor();

    @Test
    void scoresAsInTheReferenceRequestNothing() {
        assertThat(steps(supervisor, 0, 5, 0.05, 0.15, 0.25))
                .isNotEmpty()
                .allMatch(step -> step.request().isEmpty() && !step.isAlarm());
    }

    @Test
    void shiftedScoresRequestTheRulesOnceAndRaiseOneAlarm() {
        List<DriftStep> steps = steps(supervisor, 0, 5, 0.25);
        assertThat(steps.get(0).isAlarm()).isTrue();
        assertThat(steps.get(0).request()).hasValueSatisfying(command -> {
            assertThat(command.mode()).isEqualTo(Mode.RULES);
            assertThat(command.actor()).isEqualTo("monitor");
            assertThat(command.version()).as("the topic gives it one").isZero();
        });
        assertThat(steps.subList(1, steps.size()))
                .isNotEmpty()
                .allMatch(step -> step.request().isEmpty() && !step.isAlarm());
    }

    @Test
    void aChangeOfModeIsReportedWithTheLastReading() {
        DriftReading reading = last(steps(supervisor, 0, 3, 0.25)).reading().orElseThrow();
        CommandResult result = log.append(new AutomaticMode(0, 5, "monitor", "it drifts", Mode.RULES));
        assertThat(supervisor.apply(result))
                .contains(new ModeChange(5, Mode.MODEL, Mode.RULES, "monitor", "it drifts", Optional.of(reading)));
    }

    @Test
    void aCommandThatLeavesTheModeAsItIsReportsNothing() {
        CommandResult result = log.append(new OperatorMode(0, 5, "ana", "keep it", Optional.of(Mode.MODEL)));
        assertThat(supervisor.apply(result)).isEmpty();
    }

    @Test
    void whatAPredecessorRequestedIsTakenBackIfTheScoresDoNotCallForIt() {
        supervisor.apply(log.append(new AutomaticMode(0, 0, "monitor", "an earlier run", Mode.RULES)));
        assertThat(steps(supervisor, 0, 2, 0.05, 0.15, 0.25).get(0).request())
                .hasValueSatisfying(command -> assertThat(command.mode()).isEqualTo(Mode.MODEL));
    }

    @Test
    void aRestoredSupervisorContinuesWhereTheOtherStopped() {
        steps(supervisor, 0, 3, 0.25);
        DriftSupervisor restored = supervisor();
        restored.restore(supervisor.snapshot(), log.state());
        assertThat(steps(restored, 3, 6, 0.25)).isEqualTo(withRequest(steps(supervisor, 3, 6, 0.25)));
    }

    @Test
    void anotherChampionIsMeasuredAgainstItsOwnReference() {
        supervisor.addReference(
                "second", ReferenceDistribution.of(new double[] {0.1, 0.2}, new long[] {1, 1, 29_998}), log.state());
        supervisor.apply(log.append(JobFixtures.order(0, new Admit("seed", ""))));
        supervisor.apply(log.append(JobFixtures.order(0, new Admit("second", ""))));
        supervisor.apply(log.append(new ModelCommand(0, 0, "ana", "", "3", new Promote("second"))));
        assertThat(steps(supervisor, 0, 3, 0.25)).as("of the former champion").isEmpty();
        assertThat(scores("second", 3, 6, 0.25).stream().map(supervisor::observe))
                .filteredOn(step -> step.reading().isPresent())
                .isNotEmpty()
                .allMatch(step -> step.request().isEmpty());
    }

    @Test
    void scoresOfASwingAndOfTheHoursAfterItRaiseNoAlarm() {
        assertThat(market(supervisor, 0, 60, -8, 6, 0.25)).isEmpty();
        assertThat(market(supervisor, 60, 419, 0, 0, 0.25)).isEmpty();
    }

    @Test
    void aShiftThatOutlastsTheMemoryOfTheSwingIsFound() {
        market(supervisor, 0, 10, -8, 6, 0.25);
        assertThat(market(supervisor, 370, 375, 0, 0, 0.25)).anyMatch(DriftStep::isAlarm);
    }

    @Test
    void inASwingTheModelReturnsAfterADwellAndTheReasonSaysSo() {
        steps(supervisor, 0, 3, 0.25);
        supervisor.apply(log.append(new AutomaticMode(0, 5, "monitor", "it drifts", Mode.RULES)));
        List<DriftStep> steps = market(supervisor, 3, 30, -8, 6, 0.25);
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).request()).hasValueSatisfying(command -> {
            assertThat(command.mode()).isEqualTo(Mode.MODEL);
            assertThat(command.timeMillis()).isEqualTo(18 * MINUTE);
            assertThat(command.reason())
                    .isEqualTo("the market swings, and scores of a swing tell nothing about the model");
        });
    }

    @Test
    void aRestoredSupervisorRemembersTheSwing() {
        market(supervisor, 0, 10, -8, 6, 0.25);
        DriftSupervisor restored = supervisor();
        restored.restore(supervisor.snapshot(), log.state());
        assertThat(market(restored, 10, 300, 0, 0, 0.25)).isEmpty();
    }

    @Test
    void tilesOfAnEarlierVersionRestoreWithoutASwing() {
        steps(supervisor, 0, 1, 0.25);
        DriftSupervisor.Snapshot saved = supervisor.snapshot();
        long[] tiles = Arrays.copyOf(saved.scoreTiles(), saved.scoreTiles().length - 1);
        DriftSupervisor restored = supervisor();
        restored.restore(
                new DriftSupervisor.Snapshot(tiles, saved.modeMachine(), saved.lastReading(), saved.references()),
                log.state());
        assertThat(restored.observe(new WithdrawalScore(MINUTE, 0.25, "seed")).reading())
                .as("of the tiles before")
                .isPresent();
    }

    /** The request was still under way at the restart, so the restored supervisor repeats it with its first reading. */
    private List<DriftStep> withRequest(List<DriftStep> steps) {
        List<DriftStep> repeated = new ArrayList<>(steps);
        DriftReading first = steps.get(0).reading().orElseThrow();
        String reason = supervisor.snapshot().modeMachine().explanation(Optional.of(first));
        repeated.set(
                0,
                new DriftStep(
                        Optional.of(first),
                        Optional.of(new AutomaticMode(0, first.timeMillis(), "monitor", reason, Mode.RULES)),
                        false));
        return repeated;
    }

    private static DriftSupervisor supervisor() {
        return new DriftSupervisor("seed", REFERENCE, DriftSettings.DEFAULT);
    }

    private static DriftStep last(List<DriftStep> steps) {
        return steps.get(steps.size() - 1);
    }

    /** The steps that carry a reading. */
    private static List<DriftStep> steps(
            DriftSupervisor supervisor, int fromMinute, int toMinute, double... probabilities) {
        return scores("seed", fromMinute, toMinute, probabilities).stream()
                .map(supervisor::observe)
                .filter(step -> step.reading().isPresent())
                .toList();
    }

    /** The steps that say anything, of scores in a market of that return and volatility. */
    private static List<DriftStep> market(
            DriftSupervisor supervisor,
            int fromMinute,
            int toMinute,
            double returnZ,
            double volatilityZ,
            double probability) {
        return scores("seed", fromMinute, toMinute, probability).stream()
                .map(score -> new WithdrawalScore(
                        score.timeMillis(), score.probability(), score.model(), returnZ, volatilityZ))
                .map(supervisor::observe)
                .filter(step -> step.reading().isPresent() || step.request().isPresent())
                .toList();
    }

    private static List<WithdrawalScore> scores(String model, int fromMinute, int toMinute, double... probabilities) {
        List<WithdrawalScore> scores = new ArrayList<>();
        for (int minute = fromMinute; minute < toMinute; minute++) {
            for (int i = 0; i < 300; i++) {
                scores.add(new WithdrawalScore(minute * MINUTE, probabilities[i % probabilities.length], model));
            }
        }
        return scores;
    }
}
