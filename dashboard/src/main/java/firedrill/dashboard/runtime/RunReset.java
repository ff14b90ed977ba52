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
 * What is ordered before a new run: the model decides, nobody's word stands, and version one is champion for everybody.
 *
 * <p>The bill compares with arms that begin so. Versions stay in the registry, and those that watch go on watching.
 */
final class RunReset {

    private static final String WHY = "a new run begins";

    static List<ControlCommand> commands(ModelRegistry roster, long startMillis, String by) {
        List<ControlCommand> commands = new ArrayList<>();
        commands.add(new AutomaticMode(0, startMillis, by, WHY, Mode.MODEL));
        commands.add(new OperatorMode(0, startMillis, by, WHY, Optional.empty()));
        if (roster.stagedRollout().isPresent()) {
            commands.add(command(startMillis, by, new ModelOrder.Unstage()));
        }
        roster.versions().stream()
                .findFirst()
                .map(first -> new ModelOrder.Promote(first.model()))
                .filter(promote -> roster.refusal(promote).isEmpty())
                .ifPresent(promote -> commands.add(command(startMillis, by, promote)));
        return commands;
    }

    private static ModelCommand command(long startMillis, String by, ModelOrder order) {
        return new ModelCommand(0, startMillis, by, WHY, UUID.randomUUID().toString(), order);
    }

    private RunReset() {}
}
