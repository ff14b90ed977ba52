package firedrill.dashboard.web.view;

import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.drift.Mode;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of mode changes.
 *
 * @param actor {@code "monitor"} or the operator who set the mode
 * @param evidence the drift reading at that time; null without one
 */
public record ModeChangeRow(
        long timeMillis,
        Mode from,
        Mode to,
        String actor,
        String reason,
        @Nullable DriftReading evidence) {

    /** The row of a mode change that the scorer published. */
    public static ModeChangeRow of(ModeChange change) {
        return new ModeChangeRow(
                change.timeMillis(),
                change.from(),
                change.to(),
                change.actor(),
                change.reason(),
                change.evidence().orElse(null));
    }
}
