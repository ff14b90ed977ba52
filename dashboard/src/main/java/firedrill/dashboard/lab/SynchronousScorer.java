package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Decided;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Timing;
import firedrill.scoring.drift.ModeMachine;
import firedrill.scoring.drift.MonitorSettings;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.drift.ScoreMonitor;
import firedrill.scoring.feature.FeatureFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the Flink job does, in one thread: fold, decide, watch the scores, change the mode. */
final class SynchronousScorer {

    private static final String MONITOR = "monitor";

    private final FeatureFold fold = new FeatureFold();
    private final Decider decider;
    private final ScoreMonitor monitor;
    private ModeMachine machine = ModeMachine.START;
    private Control control = Control.START;
    private boolean wasSignificant;
    private final List<ModeChange> modeChanges = new ArrayList<>();
    private final List<DriftReading> alarms = new ArrayList<>();

    SynchronousScorer(Decider decider, ReferenceDistribution reference) {
        this.decider = decider;
        this.monitor = new ScoreMonitor(reference, MonitorSettings.DEFAULT);
    }

    /** Folds {@code event} and decides it, if it awaits an answer. */
    Optional<Decision> observe(ExchangeEvent event) {
        var features = fold.observe(event);
        if (!event.awaitsAnswer()) {
            return Optional.empty();
        }
        var decision = decider.decide((Decided) event, features, control, false, Timing.NONE);
        if (event instanceof Withdrawal) {
            monitor.observe(decision.probability(), event.timeMillis()).ifPresent(this::read);
        }
        return Optional.of(decision);
    }

    /** Remembers what {@code outcome} says of fraud. */
    void learn(Outcome outcome) {
        fold.learn(outcome);
    }

    private void read(DriftReading reading) {
        if (reading.isSignificant() && !wasSignificant) {
            alarms.add(reading);
        }
        wasSignificant = reading.isSignificant();
        machine = machine.after(reading);
        if (machine.mode() != control.automatic()) {
            change(reading);
        }
    }

    private void change(DriftReading reading) {
        var from = control.mode();
        var why = machine.why(reading);
        control = control.after(
                new AutomaticMode(control.version() + 1, reading.timeMillis(), MONITOR, why, machine.mode()));
        modeChanges.add(new ModeChange(reading.timeMillis(), from, control.mode(), MONITOR, why, Optional.of(reading)));
    }

    List<ModeChange> modeChanges() {
        return List.copyOf(modeChanges);
    }

    List<DriftReading> alarms() {
        return List.copyOf(alarms);
    }
}
