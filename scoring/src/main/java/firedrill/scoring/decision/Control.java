package firedrill.scoring.decision;

import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import java.util.Optional;

/**
 * What all control commands so far amount to.
 *
 * @param version of the last command that was applied, 0 before the first
 * @param automatic the monitor's last word
 * @param pinned the operator's last word, empty while the monitor may choose
 * @param roster which model decides what
 */
public record Control(long version, Mode automatic, Optional<Mode> pinned, Roster roster) {

    /** Before any command: the model decides, whichever the scorer was started with. */
    public static final Control START = new Control(0, Mode.MODEL, Optional.empty());

    /** With nothing in the registry. */
    public Control(long version, Mode automatic, Optional<Mode> pinned) {
        this(version, automatic, pinned, Roster.EMPTY);
    }

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
            return new Control(command.version(), automatic, operator.pinned(), roster);
        }
        if (command instanceof AutomaticMode monitor) {
            return new Control(command.version(), monitor.mode(), pinned, roster);
        }
        return new Control(command.version(), automatic, pinned, roster.after((ModelCommand) command));
    }

    /** Why {@code command}, although it is heard, changes nothing; empty if it takes effect. */
    public Optional<String> refusal(ControlCommand command) {
        return command instanceof ModelCommand ordered ? roster.refusal(ordered.order()) : Optional.empty();
    }
}
