package firedrill.dashboard.feed;

import firedrill.scoring.decision.Control;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Roster;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.model.ModelAnnouncement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was announced, ordered and refused about models, as the topics tell it from their beginning.
 *
 * <p>It comes to the same roster as the scorer, because it is the same code on the same commands. Told by one thread,
 * looked at by others.
 */
public final class RegistryBook {

    private final List<ControlCommand> commands = new ArrayList<>();
    private final List<Line> history = new ArrayList<>();
    private final Map<String, Announced> announced = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private Control control = Control.START;
    private long championChanges;

    /**
     * What is known of a version from its announcement, the model itself apart.
     *
     * @param wallMillis when the record was written, wall clock
     */
    public record Announced(
            String model,
            String name,
            String by,
            String why,
            long timeMillis,
            long wallMillis,
            String sha256,
            String featureSetHash,
            long tribuoBytes) {

        /** Without the model itself. */
        public static Announced of(ModelAnnouncement one, long wallMillis) {
            return new Announced(
                    one.model(),
                    one.name(),
                    one.by(),
                    one.why(),
                    one.timeMillis(),
                    wallMillis,
                    one.sha256(),
                    one.featureSetHash(),
                    one.tribuoBytes());
        }
    }

    /**
     * One order about models.
     *
     * @param orderId chosen by whoever sent it
     * @param version of the command
     * @param atMillis simulated time
     * @param wallMillis when the record was written, wall clock
     * @param order in words
     * @param refusedBecause null if it took effect
     * @param champion after it; null before the first
     */
    public record Line(
            String orderId,
            long version,
            long atMillis,
            long wallMillis,
            String by,
            String order,
            String why,
            @Nullable String refusedBecause,
            @Nullable String champion) {}

    /** A version was announced; whether it holds, the admission tells, or a refusal. */
    public synchronized void announced(ModelAnnouncement one, long wallMillis) {
        announced.putIfAbsent(one.model(), Announced.of(one, wallMillis));
    }

    /** A command was read, with its number. */
    public synchronized void command(ControlCommand command, long wallMillis) {
        if (command.version() <= control.version()) {
            return;
        }
        Optional<String> refused = control.refusal(command);
        Optional<String> before = champion();
        control = control.after(command);
        commands.add(command);
        if (command instanceof ModelCommand ordered) {
            championChanges += before.isPresent() && !before.equals(champion()) ? 1 : 0;
            history.add(new Line(
                    ordered.id(),
                    command.version(),
                    command.timeMillis(),
                    wallMillis,
                    command.by(),
                    ordered.order().inWords(),
                    command.why(),
                    refused.orElse(null),
                    champion().orElse(null)));
        }
    }

    /** The scorer refused a model or an order. */
    public synchronized void refused(Refusal refusal) {
        refusals.add(refusal);
    }

    private Optional<String> champion() {
        return control.roster().champion().map(Roster.Appointment::model);
    }

    /** What all commands so far amount to. */
    public synchronized Control control() {
        return control;
    }

    /** The line of one order, once it was read. */
    public synchronized Optional<Line> line(String orderId) {
        return history.stream().filter(line -> line.orderId().equals(orderId)).findFirst();
    }

    /** Oldest first. */
    public synchronized List<Line> history() {
        return List.copyOf(history);
    }

    /** Oldest first. */
    public synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** How often another version became champion. */
    public synchronized long championChanges() {
        return championChanges;
    }

    /** What was said of a version when it was announced. */
    public synchronized Optional<Announced> announcement(String model) {
        return Optional.ofNullable(announced.get(model));
    }

    /** What all commands up to that number amounted to. */
    private synchronized Control controlAt(long version) {
        Control then = Control.START;
        for (ControlCommand command : commands) {
            if (command.version() <= version) {
                then = then.after(command);
            }
        }
        return then;
    }

    /** Which model had the event of {@code decision}, and who had put it there. */
    public WhichModel which(Decision decision) {
        String model = decision.versions().modelHash();
        return WhichModel.of(
                decision,
                controlAt(decision.controlVersion())
                        .roster()
                        .whoPut(model, decision.versions().role()),
                announcement(model));
    }
}
