package firedrill.scoring.decision;

import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelRegistry;
import firedrill.scoring.registry.ModelRegistry.AuditEntry;
import java.util.Optional;

/**
 * The result of all control commands so far.
 *
 * @param version of the last applied command, 0 before the first
 * @param automaticMode the mode that the monitor last called for
 * @param pinnedMode the mode that an operator pinned, empty while the monitor may choose
 * @param registry the models and their roles
 */
public record ControlState(long version, Mode automaticMode, Optional<Mode> pinnedMode, ModelRegistry registry) {

    /** Before any command: the seed model decides. */
    public static final ControlState START = new ControlState(0, Mode.MODEL, Optional.empty());

    /** With an empty registry. */
    public ControlState(long version, Mode automaticMode, Optional<Mode> pinnedMode) {
        this(version, automaticMode, pinnedMode, ModelRegistry.EMPTY);
    }

    /** The mode in force. */
    public Mode mode() {
        return pinnedMode.orElse(automaticMode);
    }

    /** The state after {@code command}; unchanged if the command is a repetition or late. */
    public ControlState apply(ControlCommand command) {
        if (command.version() <= version) {
            return this;
        }
        return command.match(
                automatic -> new ControlState(command.version(), automatic.mode(), pinnedMode, registry),
                operator -> new ControlState(command.version(), automaticMode, operator.pinnedMode(), registry),
                ordered -> new ControlState(
                        command.version(),
                        automaticMode,
                        pinnedMode,
                        refusal(command).isPresent()
                                ? registry
                                : registry.apply(ordered.order(), auditEntry(command))));
    }

    /** The reason for which {@code command} is rejected; empty if it takes effect. */
    public Optional<String> refusal(ControlCommand command) {
        return command.modelCommand().flatMap(this::orderRefusal);
    }

    private Optional<String> orderRefusal(ModelCommand ordered) {
        boolean isForged = ordered.order()
                .admission()
                .filter(admission -> !admission.isRegistrars(ordered.id()))
                .isPresent();
        return isForged ? Optional.of("only the registrar admits versions") : registry.refusal(ordered.order());
    }

    private static AuditEntry auditEntry(ControlCommand command) {
        return new AuditEntry(command.version(), command.timeMillis(), command.actor(), command.reason());
    }
}
