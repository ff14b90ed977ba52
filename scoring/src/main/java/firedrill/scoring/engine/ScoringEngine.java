package firedrill.scoring.engine;

import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.DriftReport;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.registry.ModelOrder.Admit;
import java.util.List;
import java.util.Optional;

/**
 * The whole scorer in one thread: fold, decide, monitor, control and registry. The Flink job runs the same parts as
 * operators.
 *
 * <p>A command of the monitor takes effect at once, and a model decides as soon as an order assigns it: neither
 * topics nor loading take simulated time here.
 */
public final class ScoringEngine {

    private final FeatureFold fold = new FeatureFold();
    private final ControlLog control = new ControlLog();
    private final LoadedDeciders deciders = new LoadedDeciders();
    private final Decider seed;
    private final DecisionEngine decisions;
    private final DriftSupervisor drift;
    private final Output output;

    /** Receiver of everything but decisions. */
    public interface Output {

        void onShadowScore(ShadowScore score);

        void onSignal(Signal signal);

        /** The reading switched the monitor from the model to the rules. */
        void onAlarm(DriftReading reading);
    }

    /**
     * An engine without history, in which the seed model decides.
     *
     * @param reference of the seed model
     */
    public ScoringEngine(Decider seed, ReferenceDistribution reference, DriftSettings settings, Output output) {
        this.seed = seed;
        this.decisions = new DecisionEngine(seed, deciders, control.state());
        this.drift = new DriftSupervisor(seed.modelHash(), reference, settings);
        this.output = output;
    }

    public ControlState control() {
        return control.state();
    }

    /**
     * Admits the seed model, which becomes champion, and further versions.
     *
     * @param seedName of the seed model's card
     * @param actor author of the admissions
     */
    public void admit(String seedName, List<LoadedModel> versions, long timeMillis, String actor, String reason) {
        deciders.install(seed);
        append(admission(new Admit(seed.modelHash(), seedName), timeMillis, actor, reason));
        for (LoadedModel version : versions) {
            String model = version.scorer().hash();
            deciders.install(seed.withModel(version.scorer()));
            drift.addReference(model, version.reference(), control.state());
            append(admission(new Admit(model, version.card().name()), timeMillis, actor, reason));
        }
    }

    private static ControlCommand admission(Admit order, long timeMillis, String actor, String reason) {
        return new ModelCommand(0, timeMillis, actor, reason, order.orderId(timeMillis), order);
    }

    /** Applies a command as the next one; a rejected order changes nothing and is reported. */
    public void append(ControlCommand command) {
        CommandResult result = control.append(command);
        decisions.apply(result);
        result.retiredModel().ifPresent(deciders::evict);
        drift.apply(result).ifPresent(output::onSignal);
        result.refusal().ifPresent(output::onSignal);
    }

    /** Folds {@code event} and decides it, if it awaits an answer. */
    public Optional<Decision> observe(ExchangeEvent event) {
        Optional<DecisionRequest> request = event.asRequest().filter(DecisionRequest::requiresDecision);
        if (request.isEmpty()) {
            fold.update(event);
        }
        return request.map(this::decide);
    }

    private Decision decide(DecisionRequest event) {
        Decision decision = decisions.decide(event, fold.observe(event), false, StageTimings.NONE);
        decisions.shadowScores(event, decision).forEach(output::onShadowScore);
        if (DecisionEngine.isMonitored(event, decision)) {
            apply(drift.observe(WithdrawalScore.of(decision)));
        }
        return decision;
    }

    private void apply(DriftStep step) {
        step.reading().ifPresent(reading -> output.onSignal(new DriftReport(reading)));
        if (step.isAlarm()) {
            step.reading().ifPresent(output::onAlarm);
        }
        step.request().ifPresent(this::append);
    }

    /** Folds the label that {@code outcome} carries, if any. */
    public void applyOutcome(Outcome outcome) {
        fold.applyOutcome(outcome);
    }
}
