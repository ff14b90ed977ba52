package firedrill.scoring.engine;

import firedrill.ingest.event.DecisionRequest;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.registry.ModelRole;
import java.util.List;
import java.util.Map;

/**
 * Decides events by the model that the registry assigns them to, under the current control state.
 *
 * <p>One thread decides; another may load models into the {@link LoadedDeciders}.
 */
public final class DecisionEngine {

    private final Decider seed;
    private final LoadedDeciders loaded;
    private ControlState control;
    /** The deciders that {@link #routing} was derived from. */
    private Map<String, Decider> routedDeciders;

    private ModelRouting routing;

    /**
     * An engine that continues from {@code control}.
     *
     * @param seed decides while no champion is loaded
     */
    public DecisionEngine(Decider seed, LoadedDeciders loaded, ControlState control) {
        this.seed = seed;
        this.loaded = loaded;
        this.control = control;
        this.routedDeciders = loaded.byModel();
        this.routing = ModelRouting.of(control.registry(), seed, routedDeciders);
    }

    /** Follows the control state after a command. */
    public void apply(CommandResult result) {
        control = result.after();
        updateRouting();
    }

    /**
     * The decision on {@code event}.
     *
     * @param features the event's vector, shape {@code [Feature.COUNT]}; copied
     * @param isBudgetSpent whether the latency budget is used up: the rules decide
     * @param timing wall time spent so far; {@link StageTimings#NONE} without a wall clock
     */
    public Decision decide(DecisionRequest event, double[] features, boolean isBudgetSpent, StageTimings timing) {
        return routing().deciderFor(event.userId()).decide(event, features, control, isBudgetSpent, timing);
    }

    /** Whether the drift monitor takes the score of this decision: withdrawals decided by the champion. */
    public static boolean isMonitored(DecisionRequest event, Decision decision) {
        boolean isWithdrawal = event.match(order -> false, withdrawal -> true);
        return isWithdrawal && decision.versions().role() == ModelRole.CHAMPION;
    }

    public boolean hasShadows() {
        return !routing().shadows().isEmpty();
    }

    /** The scores of all shadow models, from the vector that decided. */
    public List<ShadowScore> shadowScores(DecisionRequest event, Decision decision) {
        List<Decider> shadows = routing().shadows();
        return shadows.isEmpty()
                ? List.of()
                : shadows.stream()
                        .map(shadow -> shadow.shadowScore(event, decision))
                        .toList();
    }

    private ModelRouting routing() {
        if (loaded.byModel() != routedDeciders) {
            updateRouting();
        }
        return routing;
    }

    private void updateRouting() {
        routedDeciders = loaded.byModel();
        routing = ModelRouting.of(control.registry(), seed, routedDeciders);
    }
}
