package firedrill.scoring.decision;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import java.util.Optional;

/**
 * What all control commands so far amount to.
 *
 * @param version of the last command that was applied, 0 before the first
 * @param automatic the monitor's last word
 * @param pinned the operator's last word, empty while the monitor may choose
 */
public record Control(long version, Mode automatic, Optional<Mode> pinned) {

    /** Before any command: the model decides. */
    public static final Control START = new Control(0, Mode.MODEL, Optional.empty());

    /** Who decides now. */
    public Mode mode() {
        return pinned.orElse(automatic);
    }

    /** The control after {@code command}; unchanged if the command is a repetition or late. */
    public Control after(ControlCommand command) {
        if (command.version() <= version) {
            return this;
        }
        if (command instanceof OperatorMode operator) {
            return new Control(command.version(), automatic, operator.pinned());
        }
        return new Control(command.version(), ((AutomaticMode) command).mode(), pinned);
    }
}
