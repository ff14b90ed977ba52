package firedrill.dashboard.lab;

import firedrill.dashboard.ledger.ShadowComparison;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.engine.ScoringEngine;
import firedrill.scoring.model.artifact.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@link ScoringEngine} of one arm, and what it reported. */
final class SynchronousScorer implements ScoringEngine.Output {

    private final ScoringEngine engine;
    private final ShadowComparison shadows = new ShadowComparison();
    private final List<ModeChange> modeChanges = new ArrayList<>();
    private final List<DriftReading> alarms = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    SynchronousScorer(Decider seed, ReferenceDistribution reference, DriftSettings settings) {
        this.engine = new ScoringEngine(seed, reference, settings, this);
    }

    /** Admits the seed model, which becomes champion, and further versions. */
    void admit(String seedName, List<LoadedModel> versions, long timeMillis) {
        engine.admit(seedName, versions, timeMillis, "lab", "the arm began with it");
    }

    /** Applies a command as the next of its topic. */
    void apply(ControlCommand command) {
        engine.append(command);
    }

    /** Folds {@code event} and decides it, if it awaits an answer. */
    Optional<Decision> observe(ExchangeEvent event) {
        return engine.observe(event);
    }

    /** Folds the label that {@code outcome} carries, if any. */
    void observeOutcome(Outcome outcome) {
        engine.applyOutcome(outcome);
    }

    @Override
    public void onShadowScore(ShadowScore score) {
        shadows.record(score);
    }

    @Override
    public void onSignal(Signal signal) {
        signal.dispatch(report -> {}, modeChanges::add, refusals::add, quarantine -> {});
    }

    @Override
    public void onAlarm(DriftReading reading) {
        alarms.add(reading);
    }

    List<ShadowComparison.ShadowAgreement> shadowAgreements() {
        return shadows.agreements();
    }

    List<ModeChange> modeChanges() {
        return List.copyOf(modeChanges);
    }

    /** The readings that raised an alarm, which lasts until the monitor trusts the model again. */
    List<DriftReading> alarms() {
        return List.copyOf(alarms);
    }

    /** The commands that were rejected, each with its reason. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
