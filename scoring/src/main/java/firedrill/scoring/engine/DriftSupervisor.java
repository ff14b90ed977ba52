package firedrill.scoring.engine;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.ChampionMonitor;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.drift.ModeStateMachine;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import java.util.Map;
import java.util.Optional;

/**
 * The mode loop: reads the champion's scores, requests the mode that they call for, and reports every change of mode.
 *
 * <p>A request takes effect only when it comes back as a command: the order of commands is that of their topic.
 */
public final class DriftSupervisor {

    /** Author of the monitor's own commands. */
    public static final String ACTOR = "monitor";

    private final DriftSettings settings;
    private final ChampionMonitor monitor;
    private ModeStateMachine modeMachine = ModeStateMachine.START;
    private Mode requestedMode = Mode.MODEL;
    private Optional<DriftReading> lastReading = Optional.empty();

    /**
     * A supervisor without scores, which watches the seed model.
     *
     * @param seedModel its hash
     */
    public DriftSupervisor(String seedModel, ReferenceDistribution reference, DriftSettings settings) {
        this.settings = settings;
        this.monitor = new ChampionMonitor(seedModel, reference, settings);
    }

    /**
     * State of a supervisor between two runs, without the control state.
     *
     * @param scoreTiles of the champion's monitor, with the time of the last swing
     * @param references by hash of the model
     */
    @SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
    public record Snapshot(
            long[] scoreTiles,
            ModeStateMachine modeMachine,
            Optional<DriftReading> lastReading,
            Map<String, ReferenceDistribution> references) {}

    public Snapshot snapshot() {
        return new Snapshot(monitor.save(), modeMachine, lastReading, monitor.references());
    }

    /** Continues from {@code saved} under the control state of the same moment. */
    public void restore(Snapshot saved, ControlState control) {
        saved.references().forEach(monitor::addReference);
        watchChampion(control);
        monitor.restore(saved.scoreTiles());
        modeMachine = saved.modeMachine();
        lastReading = saved.lastReading();
        requestedMode = control.automaticMode();
    }

    /** Adds the reference of a model that may become champion, and watches it if {@code control} has it as champion. */
    public void addReference(String model, ReferenceDistribution reference, ControlState control) {
        monitor.addReference(model, reference);
        watchChampion(control);
    }

    /** Adds one score; those of a swing, and of other models than the watched one, do not count. */
    public DriftStep observe(WithdrawalScore score) {
        if (!monitor.isCalm(score.returnZ(), score.volatilityZ(), score.timeMillis())) {
            return stepInSwing(score.timeMillis());
        }
        Optional<DriftReading> reading = monitor.observe(score.model(), score.probability(), score.timeMillis());
        return reading.isEmpty() ? DriftStep.NONE : step(reading.get());
    }

    private DriftStep step(DriftReading reading) {
        lastReading = Optional.of(reading);
        Mode before = modeMachine.mode();
        modeMachine = modeMachine.next(reading, settings);
        boolean isAlarm = before == Mode.MODEL && modeMachine.mode() == Mode.RULES;
        return new DriftStep(lastReading, request(reading.timeMillis(), lastReading), isAlarm);
    }

    /** Nothing, or the return of the model: a swing never calls for the rules. */
    private DriftStep stepInSwing(long timeMillis) {
        modeMachine = modeMachine.nextInSwing(timeMillis, settings);
        return modeMachine.mode() == requestedMode || modeMachine.mode() == Mode.RULES
                ? DriftStep.NONE
                : new DriftStep(Optional.empty(), request(timeMillis, Optional.empty()), false);
    }

    private Optional<AutomaticMode> request(long timeMillis, Optional<DriftReading> reading) {
        if (modeMachine.mode() == requestedMode) {
            return Optional.empty();
        }
        requestedMode = modeMachine.mode();
        return Optional.of(new AutomaticMode(0, timeMillis, ACTOR, modeMachine.explanation(reading), requestedMode));
    }

    /** Follows the champion and the automatic mode after a command; reports the change of mode, if it is one. */
    public Optional<ModeChange> apply(CommandResult result) {
        ControlState control = result.after();
        requestedMode = result.command()
                .match(automatic -> control.automaticMode(), operator -> requestedMode, ordered -> requestedMode);
        watchChampion(control);
        return result.changesMode() ? Optional.of(modeChange(result)) : Optional.empty();
    }

    private ModeChange modeChange(CommandResult result) {
        return new ModeChange(
                result.command().timeMillis(),
                result.before().mode(),
                result.after().mode(),
                result.command().actor(),
                result.command().reason(),
                lastReading);
    }

    private void watchChampion(ControlState control) {
        monitor.watchChampion(control.registry().champion().map(RoleAssignment::model));
    }
}
