package firedrill.dashboard.web.view;

import firedrill.scoring.drift.DriftReading;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.drift.Mode;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of mode changes.
 *
 * @param actor {@code "monitor"} or an operator's name
 * @param evidence the monitor's reading at that time, null if it had none yet
 */
public record ModeChangeRow(
        long timeMillis,
        Mode from,
        Mode to,
        String actor,
        String reason,
        @Nullable DriftReading evidence) {

    /** The line for a change as the scorer announced it. */
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
