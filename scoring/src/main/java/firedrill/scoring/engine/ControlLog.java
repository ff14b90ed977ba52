package firedrill.scoring.engine;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlState;
import java.util.Optional;

/**
 * Applies control commands in the order of their versions; every reader of the same commands reaches the same state.
 */
public final class ControlLog {

    private ControlState state;

    public ControlLog() {
        this(ControlState.START);
    }

    /** Continues after the commands that led to {@code state}. */
    public ControlLog(ControlState state) {
        this.state = state;
    }

    /** Result of all commands so far. */
    public ControlState state() {
        return state;
    }

    /** Applies a command that carries its version; a duplicate or a late one changes nothing. */
    public CommandResult apply(ControlCommand command) {
        ControlState before = state;
        Optional<String> refusal = command.version() <= before.version() ? Optional.empty() : before.refusal(command);
        state = before.apply(command);
        return new CommandResult(command, before, state, refusal);
    }

    /** Applies a command as the next one, where no topic assigns versions. */
    public CommandResult append(ControlCommand command) {
        return apply(command.withVersion(state.version() + 1));
    }
}
