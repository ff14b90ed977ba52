package firedrill.scoring.job.state;

import firedrill.scoring.decision.ControlState;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ControlState} in Flink's state. It has null for an empty {@link Optional}, which Flink cannot serialize.
 *
 * @param registry null in savepoints of earlier versions of the job
 */
public record ControlSnapshot(
        long version,
        Mode automaticMode,
        @Nullable Mode pinnedMode,
        @Nullable ModelRegistry registry) {

    public static ControlSnapshot of(ControlState control) {
        return new ControlSnapshot(
                control.version(), control.automaticMode(), control.pinnedMode().orElse(null), control.registry());
    }

    public ControlState restore() {
        return new ControlState(
                version,
                automaticMode,
                Optional.ofNullable(pinnedMode),
                registry == null ? ModelRegistry.EMPTY : registry);
    }
}
