package firedrill.dashboard.web;

import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.ModelOrder;
import java.util.Optional;

/** What the page can ask the run to do. The answer comes at once; the effect shows in the next states. */
public interface PageControls {

    /**
     * Fixes who decides, or hands the choice back to the monitor.
     *
     * @param mode empty for the monitor's choice
     * @param why the operator's reason, for the audit; not blank
     */
    Outcome pinMode(Optional<Mode> mode, String why);

    /** Ends the run that goes on, if one does, and starts this scenario. */
    Outcome startScenario(String id);

    /** Ends the run now and makes the bill. */
    Outcome endRun();

    /**
     * Orders something about a model of the scorer.
     *
     * @param why the operator's reason, for the history; not blank
     */
    Outcome orderModel(ModelOrder order, String why);

    /** What became of an order. */
    sealed interface Outcome {

        /** It is being carried out. */
        record Accepted() implements Outcome {}

        /** Nothing was changed. */
        record Refused(String reason) implements Outcome {}
    }
}
