package firedrill.scoring.job;

import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.Mode;
import firedrill.scoring.decision.Roster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Control} as Flink keeps it, which knows no {@link Optional}.
 *
 * @param roster null where an earlier version of the job saved none
 */
public record ControlState(
        long version,
        Mode automatic,
        @Nullable Mode pinned,
        @Nullable Roster roster) {

    static ControlState of(Control control) {
        return new ControlState(
                control.version(), control.automatic(), control.pinned().orElse(null), control.roster());
    }

    Control control() {
        return new Control(version, automatic, Optional.ofNullable(pinned), roster == null ? Roster.EMPTY : roster);
    }
}
