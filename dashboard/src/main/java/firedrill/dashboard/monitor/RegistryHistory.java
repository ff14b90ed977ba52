package firedrill.dashboard.monitor;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.engine.CommandResult;
import firedrill.scoring.engine.ControlLog;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Announcements, orders and refusals of the model registry, from the beginning of their topics.
 *
 * <p>Its state equals the scorer's, because the same code applies the same commands; but an admission of a version that
 * nobody announced, which is forged and which no scorer has loaded, has no effect here. The two topics are read in any
 * order, so such an admission takes effect once its announcement is read. Thread-safe: one thread writes, others read.
 */
public final class RegistryHistory {

    private final List<ReceivedCommand> commands = new ArrayList<>();
    private final Set<String> unannounced = new HashSet<>();
    private final List<RegistryOrder> orders = new ArrayList<>();
    private final Map<String, AnnouncedVersion> announced = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final OrderFates fates = new OrderFates();
    private final Map<String, String> quarantines = new LinkedHashMap<>();
    private ControlLog control = new ControlLog();
    private long championChanges;
    private long lastVersion;

    private record ReceivedCommand(ControlCommand command, long wallMillis) {}

    /**
     * An announcement without the model itself.
     *
     * @param wallMillis when the record was written, wall clock
     */
    public record AnnouncedVersion(
            String model,
            String name,
            String actor,
            String reason,
            long timeMillis,
            long wallMillis,
            String sha256,
            String featureSetHash,
            long tribuoBytes) {

        /** The announcement without the model itself. */
        public static AnnouncedVersion of(ModelAnnouncement one, long wallMillis) {
            return new AnnouncedVersion(
                    one.modelHash(),
                    one.name(),
                    one.author(),
                    one.reason(),
                    one.timeMillis(),
                    wallMillis,
                    one.sha256(),
                    one.featureSetHash(),
                    one.modelSizeBytes());
        }
    }

    /**
     * One order about models.
     *
     * @param orderId chosen by the sender
     * @param version of the command
     * @param timeMillis simulated time
     * @param wallMillis when the record was written, wall clock
     * @param order description
     * @param refusalReason null if it took effect
     * @param champion after it; null before the first
     */
    public record RegistryOrder(
            String orderId,
            long version,
            long timeMillis,
            long wallMillis,
            String actor,
            String order,
            String reason,
            @Nullable String refusalReason,
            @Nullable String champion) {}

    /** Orders whose senders do not know whether they were written. */
    public OrderFates fates() {
        return fates;
    }

    /** Records an announcement, which an admission or a refusal follows. */
    public synchronized void recordAnnouncement(ModelAnnouncement one, long wallMillis) {
        announced.putIfAbsent(one.modelHash(), AnnouncedVersion.of(one, wallMillis));
        if (unannounced.contains(one.modelHash())) {
            unannounced.clear();
            orders.clear();
            control = new ControlLog();
            championChanges = 0;
            commands.forEach(this::apply);
        }
    }

    /** Applies a numbered command; a repeated one is ignored. */
    public synchronized void apply(ControlCommand command, long wallMillis) {
        if (command.version() > lastVersion) {
            lastVersion = command.version();
            commands.add(new ReceivedCommand(command, wallMillis));
            apply(commands.get(commands.size() - 1));
        }
    }

    private void apply(ReceivedCommand received) {
        CommandResult result = apply(received.command(), control);
        received.command().modelCommand().ifPresent(ordered -> recordOrder(ordered, result, received.wallMillis()));
    }

    private CommandResult apply(ControlCommand command, ControlLog log) {
        return unannouncedVersion(command)
                .map(model -> {
                    unannounced.add(model);
                    ControlState state = log.state();
                    return new CommandResult(command, state, state, Optional.of("nobody announced " + model));
                })
                .orElseGet(() -> log.apply(command));
    }

    /** The version that the command admits without an announcement. */
    private Optional<String> unannouncedVersion(ControlCommand command) {
        return command.modelCommand()
                .flatMap(ordered -> ordered.order().admission())
                .map(Admit::model)
                .filter(model -> !announced.containsKey(model));
    }

    private void recordOrder(ModelCommand command, CommandResult result, long wallMillis) {
        Optional<String> before = champion(result.before());
        Optional<String> after = champion(result.after());
        championChanges += before.isPresent() && !before.equals(after) ? 1 : 0;
        orders.add(new RegistryOrder(
                command.id(),
                command.version(),
                command.timeMillis(),
                wallMillis,
                command.actor(),
                command.order().description(),
                command.reason(),
                result.refusalReason().orElse(null),
                after.orElse(null)));
    }

    /** Records a refusal by the scorer. */
    public synchronized void recordRefusal(Refusal refusal) {
        refusals.add(refusal);
    }

    /** Records that a model went into quarantine or was released. */
    public synchronized void recordQuarantine(Quarantine change) {
        if (change.isReleased()) {
            quarantines.remove(change.model());
        } else {
            quarantines.put(change.model(), change.reason());
        }
    }

    /** The models in quarantine with the reason, oldest first. */
    public synchronized Map<String, String> quarantines() {
        return new LinkedHashMap<>(quarantines);
    }

    private static Optional<String> champion(ControlState control) {
        return control.registry().champion().map(ModelRegistry.RoleAssignment::model);
    }

    /** State after all commands so far. */
    public synchronized ControlState control() {
        return control.state();
    }

    /** One order, once it was read. */
    public synchronized Optional<RegistryOrder> order(String orderId) {
        return orders.stream().filter(line -> line.orderId().equals(orderId)).findFirst();
    }

    /** Oldest first. */
    public synchronized List<RegistryOrder> orders() {
        return List.copyOf(orders);
    }

    /** Oldest first. */
    public synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Number of changes of the champion. */
    public synchronized long championChanges() {
        return championChanges;
    }

    /** The announcement of a version. */
    public synchronized Optional<AnnouncedVersion> announcement(String model) {
        return Optional.ofNullable(announced.get(model));
    }

    /** State after the commands up to {@code version}. */
    private synchronized ControlState controlAt(long version) {
        ControlLog then = new ControlLog();
        commands.stream()
                .map(ReceivedCommand::command)
                .filter(command -> command.version() <= version)
                .forEach(command -> apply(command, then));
        return then.state();
    }

    /** Provenance of a decision. */
    public DecisionProvenance provenance(Decision decision) {
        String model = decision.versions().modelHash();
        return DecisionProvenance.of(
                decision,
                controlAt(decision.controlVersion())
                        .registry()
                        .auditOf(model, decision.versions().role()),
                announcement(model));
    }
}
