package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.ShadowBook;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Lineup;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.Role;
import firedrill.scoring.decision.Signal.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.drift.ChampionMonitor;
import firedrill.scoring.drift.ModeMachine;
import firedrill.scoring.drift.MonitorSettings;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.model.LoadedModel;
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
    private final Decider founder;
    private final Map<String, Decider> loaded = new HashMap<>();
    private final ChampionMonitor monitor;
    private final ShadowBook shadows = new ShadowBook();
    private ModeMachine machine = ModeMachine.START;
    private Control control = Control.START;
    private Lineup lineup;
    private Optional<DriftReading> lastReading = Optional.empty();
    private final List<ModeChange> modeChanges = new ArrayList<>();
    private final List<DriftReading> alarms = new ArrayList<>();

    SynchronousScorer(Decider founder, ReferenceDistribution reference) {
        this.founder = founder;
        this.monitor = new ChampionMonitor(founder.modelHash(), reference, MonitorSettings.DEFAULT);
        this.lineup = Lineup.of(control.roster(), founder, loaded);
    }

    /** Brings versions into the registry; the one that it was started with comes first, and so is champion. */
    void admit(List<LoadedModel> versions, long timeMillis) {
        loaded.put(founder.modelHash(), founder);
        obey(admission(founder.modelHash(), "version one", timeMillis));
        for (var version : versions) {
            String model = version.scorer().hash();
            loaded.put(model, founder.with(version.scorer()));
            monitor.know(model, version.reference());
            obey(admission(model, version.card().name(), timeMillis));
        }
    }

    private static ControlCommand admission(String model, String name, long timeMillis) {
        return new ModelCommand(0, timeMillis, "lab", "the arm began with it", model, new Admit(model, name));
    }

    /** Takes an order as the next of its topic; one that makes no sense changes nothing. */
    void obey(ControlCommand command) {
        var from = control.mode();
        control = control.after(command.numbered(control.version() + 1));
        lineup = Lineup.of(control.roster(), founder, loaded);
        monitor.follow(control.roster());
        if (control.mode() != from) {
            modeChanges.add(new ModeChange(
                    command.timeMillis(), from, control.mode(), command.by(), command.why(), lastReading));
        }
    }

    /** Folds {@code event} and decides it, if it awaits an answer. */
    Optional<Decision> observe(ExchangeEvent event) {
        if (!event.awaitsAnswer()) {
            fold.remember(event);
            return Optional.empty();
        }
        var features = fold.observe(event);
        var asked = (Decided) event;
        var decision = lineup.of(event.userId()).decide(asked, features, control, false, Timing.NONE);
        for (var challenger : lineup.shadows()) {
            shadows.add(challenger.shadow(asked, decision));
        }
        if (event instanceof Withdrawal && decision.versions().role() == Role.CHAMPION) {
            monitor.observe(decision.versions().modelHash(), decision.probability(), event.timeMillis())
                    .ifPresent(this::read);
        }
        return Optional.of(decision);
    }

    /** Remembers what {@code outcome} says of fraud. */
    void learn(Outcome outcome) {
        fold.learn(outcome);
    }

    private void read(DriftReading reading) {
        lastReading = Optional.of(reading);
        boolean wasCalm = machine.mode() == Mode.MODEL;
        machine = machine.after(reading);
        if (wasCalm && machine.mode() == Mode.RULES) {
            alarms.add(reading);
        }
        if (machine.mode() != control.automatic()) {
            obey(new AutomaticMode(0, reading.timeMillis(), MONITOR, machine.why(reading), machine.mode()));
        }
    }

    Control control() {
        return control;
    }

    List<ShadowBook.Figures> shadows() {
        return shadows.figures();
    }

    List<ModeChange> modeChanges() {
        return List.copyOf(modeChanges);
    }

    /** The readings that raised an alarm, which is on until the machine trusts the model again. */
    List<DriftReading> alarms() {
        return List.copyOf(alarms);
    }
}
