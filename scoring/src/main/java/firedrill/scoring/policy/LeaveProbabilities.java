package firedrill.scoring.policy;

import firedrill.ingest.event.Action;
import java.io.Serializable;

/** Probabilities that the honest user of one request leaves because of an action, each in [0, 1]. */
public record LeaveProbabilities(double stepUp, double limit, double hold, double review, double block)
        implements Serializable {

    /** The probability after {@code action}; 0 if the request is allowed. */
    public double after(Action action) {
        return switch (action) {
            case ALLOW -> 0;
            case STEP_UP -> stepUp;
            case LIMIT -> limit;
            case HOLD -> hold;
            case REVIEW -> review;
            case BLOCK -> block;
        };
    }
}
