package firedrill.dashboard.runtime;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.AutomaticMode;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.registry.ModelOrder;
import firedrill.scoring.registry.ModelRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Commands before a new run: mode MODEL, no pinned mode, first version champion for all users.
 *
 * <p>This equals the start of the arms in the comparison. Versions stay in the registry and shadow scoring continues.
 */
final class RunReset {

    private static final String REASON = "reset for a new run";

    static List<ControlCommand> commands(ModelRegistry registry, long startMillis, String actor) {
        List<ControlCommand> commands = new ArrayList<>();
        commands.add(new AutomaticMode(0, startMillis, actor, REASON, Mode.MODEL));
        commands.add(new OperatorMode(0, startMillis, actor, REASON, Optional.empty()));
        if (registry.stagedRollout().isPresent()) {
            commands.add(command(startMillis, actor, new ModelOrder.Unstage()));
        }
        registry.versions().stream()
                .findFirst()
                .map(first -> new ModelOrder.Promote(first.model()))
                .filter(promote -> registry.refusal(promote).isEmpty())
                .ifPresent(promote -> commands.add(command(startMillis, actor, promote)));
        return commands;
    }

    private static ModelCommand command(long startMillis, String actor, ModelOrder order) {
        return new ModelCommand(0, startMillis, actor, REASON, UUID.randomUUID().toString(), order);
    }

    private RunReset() {}
}
