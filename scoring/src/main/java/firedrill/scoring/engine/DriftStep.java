package firedrill.scoring.engine;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.drift.DriftReading;
import java.util.Optional;

/**
 * Effect of one score; mostly none, since readings are taken once per simulated minute.
 *
 * @param request command for the mode that the reading or the swing calls for, still without a version; empty if it was
 *     requested before
 * @param isAlarm whether the reading switched the monitor from the model to the rules
 */
public record DriftStep(Optional<DriftReading> reading, Optional<AutomaticMode> request, boolean isAlarm) {

    static final DriftStep NONE = new DriftStep(Optional.empty(), Optional.empty(), false);
}
