package firedrill.scoring.decision;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelRegistry;
import java.util.Optional;

/**
 * What all control commands so far amount to.
 *
 * @param version of the last command that was applied, 0 before the first
 * @param automaticMode the monitor's last word
 * @param pinnedMode the operator's last word, empty while the monitor may choose
 * @param registry which model decides what
 */
public record ControlState(long version, Mode automaticMode, Optional<Mode> pinnedMode, ModelRegistry registry) {

    /** Before any command: the model decides, whichever the scorer was started with. */
    public static final ControlState START = new ControlState(0, Mode.MODEL, Optional.empty());

    /** With nothing in the registry. */
    public ControlState(long version, Mode automatic, Optional<Mode> pinned) {
        this(version, automatic, pinned, ModelRegistry.EMPTY);
    }

    /** Who decides now. */
    public Mode mode() {
        return pinnedMode.orElse(automaticMode);
    }

    /** The control after {@code command}; unchanged if the command is a repetition or late. */
    public ControlState apply(ControlCommand command) {
        if (command.version() <= version) {
            return this;
        }
        if (command instanceof OperatorMode operator) {
            return new ControlState(command.version(), automaticMode, operator.pinnedMode(), registry);
        }
        if (command instanceof AutomaticMode monitor) {
            return new ControlState(command.version(), monitor.mode(), pinnedMode, registry);
        }
        return new ControlState(command.version(), automaticMode, pinnedMode, registry.apply((ModelCommand) command));
    }

    /** Why {@code command}, although it is heard, changes nothing; empty if it takes effect. */
    public Optional<String> refusal(ControlCommand command) {
        return command instanceof ModelCommand ordered ? registry.refusal(ordered.order()) : Optional.empty();
    }
}
