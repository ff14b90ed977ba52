package firedrill.scoring.policy;

import firedrill.ingest.event.Action;
import java.io.Serializable;

/**
 * Friction of one request for an honest user, by action.
 *
 * @param leaving probabilities to leave
 * @param departureUsd lifetime value that a departure costs, the user's and that of those who follow
 * @param supportUsd support for each departure
 * @param feeUsd fee that a refusal forgoes
 * @param reviewUsd the analyst and the place in the queue, whether or not the user is honest
 */
public record FrictionEstimate(
        LeaveProbabilities leaving, double departureUsd, double supportUsd, double feeUsd, double reviewUsd)
        implements Serializable {

    /** Cost of {@code action}, reviewing aside. */
    public double costUsd(Action action) {
        return billedUsd(action) + leaving.after(action) * supportUsd;
    }

    /** The part of {@link #costUsd} that the bill of a run has too: lifetime value and fees. */
    public double billedUsd(Action action) {
        return leaving.after(action) * departureUsd + (action == Action.BLOCK ? feeUsd : 0);
    }
}
