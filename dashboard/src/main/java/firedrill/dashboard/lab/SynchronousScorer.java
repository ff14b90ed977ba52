package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.drift.ChampionMonitor;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.drift.ModeStateMachine;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.engine.ModelRouting;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelRole;
import firedrill.scoring.registry.ModelRegistry.RoleAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Flink job does, in one thread: fold, decide, watch the scores, obey; by the same code.
 *
 * <p>Models are ready the moment they are ordered: loading takes no simulated time.
 */
final class SynchronousScorer {

    private static final String MONITOR = "monitor";

    private final FeatureFold fold = new FeatureFold();
    private final Decider seedDecider;
    private final Map<String, Decider> deciders = new HashMap<>();
    private final ChampionMonitor monitor;
    private final ShadowComparison shadows = new ShadowComparison();
    private ModeStateMachine machine = ModeStateMachine.START;
    private ControlState control = ControlState.START;
    private ModelRouting lineup;
    private Optional<DriftReading> lastReading = Optional.empty();
    private final List<ModeChange> modeChanges = new ArrayList<>();
    private final List<DriftReading> alarms = new ArrayList<>();

    SynchronousScorer(Decider founder, ReferenceDistribution reference) {
        this.seedDecider = founder;
        this.monitor = new ChampionMonitor(founder.modelHash(), reference, DriftSettings.DEFAULT);
        this.lineup = ModelRouting.of(control.registry(), founder, deciders);
    }

    /** Brings versions into the registry; the one that it was started with comes first, and so is champion. */
    void admit(List<LoadedModel> versions, long timeMillis) {
        deciders.put(seedDecider.modelHash(), seedDecider);
        apply(admission(seedDecider.modelHash(), "version one", timeMillis));
        for (var version : versions) {
            String model = version.scorer().hash();
            deciders.put(model, seedDecider.withModel(version.scorer()));
            monitor.addReference(model, version.reference());
            apply(admission(model, version.card().name(), timeMillis));
        }
    }

    private static ControlCommand admission(String model, String name, long timeMillis) {
        return new ModelCommand(0, timeMillis, "lab", "the arm began with it", model, new Admit(model, name));
    }

    /** Takes an order as the next of its topic; one that makes no sense changes nothing. */
    void apply(ControlCommand command) {
        var from = control.mode();
        control = control.apply(command.withVersion(control.version() + 1));
        lineup = ModelRouting.of(control.registry(), seedDecider, deciders);
        monitor.watchChampion(control.registry().champion().map(RoleAssignment::model));
        if (control.mode() != from) {
            modeChanges.add(new ModeChange(
                    command.timeMillis(), from, control.mode(), command.actor(), command.reason(), lastReading));
        }
    }

    /** Folds {@code event} and decides it, if it awaits an answer. */
    Optional<Decision> observe(ExchangeEvent event) {
        if (!event.requiresDecision()) {
            fold.update(event);
            return Optional.empty();
        }
        var features = fold.observe(event);
        var asked = (DecisionRequest) event;
        var decision = lineup.of(event.userId()).decide(asked, features, control, false, StageTimings.NONE);
        for (var challenger : lineup.shadows()) {
            shadows.record(challenger.shadowScore(asked, decision));
        }
        if (event instanceof Withdrawal && decision.versions().role() == ModelRole.CHAMPION) {
            monitor.observe(decision.versions().modelHash(), decision.probability(), event.timeMillis())
                    .ifPresent(this::applyReading);
        }
        return Optional.of(decision);
    }

    /** Remembers what {@code outcome} says of fraud. */
    void observeOutcome(Outcome outcome) {
        fold.applyOutcome(outcome);
    }

    private void applyReading(DriftReading reading) {
        lastReading = Optional.of(reading);
        boolean wasCalm = machine.mode() == Mode.MODEL;
        machine = machine.next(reading);
        if (wasCalm && machine.mode() == Mode.RULES) {
            alarms.add(reading);
        }
        if (machine.mode() != control.automaticMode()) {
            apply(new AutomaticMode(0, reading.timeMillis(), MONITOR, machine.explanation(reading), machine.mode()));
        }
    }

    ControlState control() {
        return control;
    }

    List<ShadowComparison.ShadowAgreement> shadowAgreements() {
        return shadows.agreements();
    }

    List<ModeChange> modeChanges() {
        return List.copyOf(modeChanges);
    }

    /** The readings that raised an alarm, which is on until the machine trusts the model again. */
    List<DriftReading> alarms() {
        return List.copyOf(alarms);
    }
}
