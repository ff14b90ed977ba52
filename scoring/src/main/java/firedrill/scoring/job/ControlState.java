package firedrill.scoring.job;

import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.Mode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Control} as Flink keeps it, which knows no {@link Optional}. */
public record ControlState(
        long version, Mode automatic, @Nullable Mode pinned) {

    static ControlState of(Control control) {
        return new ControlState(
                control.version(), control.automatic(), control.pinned().orElse(null));
    }

    Control control() {
        return new Control(version, automatic, Optional.ofNullable(pinned));
    }
}
