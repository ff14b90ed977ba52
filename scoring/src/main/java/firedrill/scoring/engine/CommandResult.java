package firedrill.scoring.engine;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.registry.ModelRegistry.ModelVersion;
import java.util.Optional;

/**
 * Effect of one command on the control state.
 *
 * @param command with its version
 * @param refusalReason why an order about a model changed nothing; empty if it took effect, and for a duplicate
 */
public record CommandResult(
        ControlCommand command, ControlState before, ControlState after, Optional<String> refusalReason) {

    /** Whether its version had been applied before; it changed nothing. */
    public boolean isDuplicate() {
        return command.version() <= before.version();
    }

    public boolean changesMode() {
        return before.mode() != after.mode();
    }

    /** Hash of the model that it retired. */
    public Optional<String> retiredModel() {
        if (before.registry().equals(after.registry())) {
            return Optional.empty();
        }
        return before.registry().versions().stream()
                .map(ModelVersion::model)
                .filter(model ->
                        before.registry().isActive(model) && !after.registry().isActive(model))
                .findFirst();
    }

    /** The signal about an order that was rejected. */
    public Optional<Refusal> refusal() {
        return refusalReason.flatMap(reason -> command.modelCommand()
                .map(ordered -> new Refusal(
                        command.timeMillis(),
                        RefusalText.of(ordered.order().description()),
                        RefusalText.of(command.actor()),
                        RefusalText.of(reason))));
    }
}
