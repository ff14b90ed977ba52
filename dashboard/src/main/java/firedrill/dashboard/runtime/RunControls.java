package firedrill.dashboard.runtime;

import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import java.util.Optional;

/** What the page can ask the run to do. The answer comes at once; the effect shows in the next states. */
public interface RunControls {

    /**
     * Fixes who decides, or hands the choice back to the monitor.
     *
     * @param mode empty for the monitor's choice
     * @param why the operator's reason, for the audit; not blank
     */
    ControlResult pinMode(Optional<Mode> mode, String why);

    /** Ends the run that goes on, if one does, and starts this scenario. */
    ControlResult startScenario(String id);

    /** Ends the run now and makes the bill. */
    ControlResult endRun();

    /**
     * Orders something about a model of the scorer.
     *
     * @param why the operator's reason, for the history; not blank
     */
    ControlResult orderModel(ModelOrder order, String why);

    /** What became of an order. */
    sealed interface ControlResult {

        /** It is being carried out. */
        record Accepted() implements ControlResult {}

        /** Nothing was changed. */
        record Refused(String reason) implements ControlResult {}
    }
}
