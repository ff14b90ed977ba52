package firedrill.scoring.engine;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Signal.Quarantine;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.artifact.HeldModels;
import firedrill.scoring.model.artifact.LoadedModel;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks announced models before they may decide, and reports rejected models and orders.
 *
 * <p>An accepted model is passed on at once and admitted by a command over {@code fraud.control}, which fixes its place
 * among the orders: it cannot be promoted before. The first admitted version is the seed model.
 */
public final class ModelAdmission {

    /** Author of admissions, and of the seed model's announcement. */
    public static final String ACTOR = "registry";

    private static final long MAX_WAITING_BYTES = 16L << 20;

    private final Supplier<ModelArtifact> seed;
    private final LongSupplier micros;
    private final ControlLog control;
    private final LoadJournal journal;
    private final HeldModels held;
    /** Values of accepted announcements by model: to recognise a repetition, and to restore an overwritten record. */
    private final Map<String, byte[]> admitted = new LinkedHashMap<>();

    /**
     * Models for which there was no memory. When the topics are read again, announcements may come before the commands that
     * retired others.
     */
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    private boolean isSeedAnnounced;
    /** Simulated time of the latest command or accepted model. */
    private long nowMillis;

    /** Receiver of the results of announcements and commands. */
    public interface Output {

        /** An announcement passed all checks; {@code record} is its position, see {@link LoadJournal}. */
        void accept(long record, byte[] announcement);

        /** A command for the control topic. */
        void command(ModelCommand command);

        /** A record for the topic of models: the seed, or the valid record of a version that was overwritten. */
        void announce(String model, byte[] announcement);

        void refuse(Refusal refusal);

        /** A model went into quarantine or was released. */
        void quarantine(Quarantine change);
    }

    /**
     * Continues from {@code control} with the announcements that were accepted before.
     *
     * @param seed read when the first model is announced
     * @param micros a clock, for the latency check and for the ids of commands
     * @param held takes up the memory of the accepted models
     */
    public ModelAdmission(
            Supplier<ModelArtifact> seed,
            LongSupplier micros,
            LoadJournal journal,
            HeldModels held,
            ControlState control,
            List<byte[]> admitted)
            throws ModelRefusedException {
        this.seed = seed;
        this.micros = micros;
        this.journal = journal;
        this.held = held;
        this.control = new ControlLog(control);
        this.nowMillis = latestAuditMillis(control.registry());
        for (byte[] value : admitted) {
            restore(ModelAnnouncementCodec.decode(value), value);
        }
    }

    /** A model that was accepted under wider bounds is dropped: no task loads it. */
    private void restore(ModelAnnouncement announcement, byte[] value) {
        try {
            held.hold(announcement.modelHash(), announcement.artifact().heldBytes());
            admitted.put(announcement.modelHash(), value);
            nowMillis = Math.max(nowMillis, announcement.timeMillis());
        } catch (ModelRefusedException refusedByEveryTask) {
            // The deciding tasks refuse to load it too, and log the reason.
        }
    }

    private static long latestAuditMillis(ModelRegistry registry) {
        return LongStream.concat(
                        registry.versions().stream()
                                .mapToLong(version -> version.admission().timeMillis()),
                        Stream.of(registry.champions(), registry.shadows())
                                .flatMap(List::stream)
                                .mapToLong(assignment -> assignment.audit().timeMillis()))
                .max()
                .orElse(0);
    }

    public ControlState control() {
        return control.state();
    }

    /** Announcements that were accepted and are not retired, in order. */
    public List<byte[]> admitted() {
        return List.copyOf(admitted.values());
    }

    /**
     * Checks a record of the topic of models.
     *
     * @param source position of the record, for the refusal of an unreadable one
     * @param record the same as a number that rises along the topic
     * @param value null for a version deleted from the topic, which changes nothing
     */
    public void announce(String source, long record, byte @Nullable [] value, Output output) {
        if (value == null) {
            return;
        }
        try {
            ModelAnnouncement announced = ModelAnnouncementCodec.decode(value);
            announceSeed(announced, output);
            checkUnlessQuarantined(announced, record, value, output);
        } catch (ModelRefusedException e) {
            refuse(nowMillis, source, "unknown", e.getMessage(), output);
        }
    }

    /** Announces the seed model before the first model of the topic. */
    private void announceSeed(ModelAnnouncement announced, Output output) throws ModelRefusedException {
        if (isSeedAnnounced || !control.state().registry().versions().isEmpty()) {
            return;
        }
        isSeedAnnounced = true;
        ModelAnnouncement own =
                ModelAnnouncement.of(seed.get(), announced.timeMillis(), ACTOR, "the scorer was started with it");
        if (!own.modelHash().equals(announced.modelHash())) {
            byte[] value = ModelAnnouncementCodec.encode(own);
            check(own, LoadJournal.NO_RECORD, value, output);
            output.announce(own.modelHash(), value);
        }
    }

    private void checkUnlessQuarantined(ModelAnnouncement announced, long record, byte[] value, Output output) {
        String model = announced.modelHash();
        if (journal.release(model, record)) {
            output.quarantine(Quarantine.released(announced.timeMillis(), model));
            drop(model);
        }
        Optional<String> reason = journal.quarantine(model);
        if (reason.isPresent()) {
            output.quarantine(new Quarantine(announced.timeMillis(), model, RefusalText.of(reason.get())));
            refuse(announced, "it is in quarantine: " + reason.get(), output);
        } else {
            check(announced, record, value, output);
        }
    }

    private void check(ModelAnnouncement announced, long record, byte[] value, Output output) {
        String model = announced.modelHash();
        try (LoadJournal.Attempt ignored = journal.begin(model, record)) {
            LoadedModel loaded = announced.open(micros);
            Admit order = new Admit(model, RefusalText.of(loaded.card().name()));
            admit(announced, order, new Candidate(record, value, loaded.heldBytes()), output);
        } catch (ModelRefusedException e) {
            refuse(announced, e.getMessage(), output);
            // The topic keeps only the last record of a version, and that must be one that opens.
            Optional.ofNullable(admitted.get(model)).ifPresent(good -> output.announce(model, good));
        } catch (OutOfMemoryError e) {
            refuse(announced, "it takes more memory than there is", output);
        }
    }

    /** What an accepted model leaves behind. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Candidate(long record, byte[] value, long heldBytes) {}

    private record Waiting(ModelAnnouncement announced, Admit order, Candidate candidate) {}

    private void admit(ModelAnnouncement announced, Admit order, Candidate candidate, Output output) {
        String model = order.model();
        ModelRegistry registry = control.state().registry();
        if (registry.isRetired(model) || admitted.containsKey(model)) {
            return;
        }
        Optional<String> refusal = registry.refusal(order);
        if (refusal.isEmpty()) {
            refusal = held.refusal(model, candidate.heldBytes());
            refusal.ifPresent(reason -> await(new Waiting(announced, order, candidate)));
        }
        if (refusal.isPresent()) {
            refuse(announced, refusal.get(), output);
            return;
        }
        admitted.put(model, candidate.value());
        held.hold(model, candidate.heldBytes());
        nowMillis = Math.max(nowMillis, announced.timeMillis());
        output.accept(candidate.record(), candidate.value());
        if (registry.version(model).isEmpty()) {
            output.command(command(announced, order));
        }
    }

    private void await(Waiting one) {
        long bytes = waiting.values().stream()
                .mapToLong(other -> other.candidate().value().length)
                .sum();
        if (bytes + one.candidate().value().length <= MAX_WAITING_BYTES) {
            waiting.put(one.order().model(), one);
        }
    }

    private ModelCommand command(ModelAnnouncement announced, Admit order) {
        return new ModelCommand(
                0,
                announced.timeMillis(),
                RefusalText.of(announced.author()),
                RefusalText.of(announced.reason()),
                order.orderId(micros.getAsLong()),
                order);
    }

    /** Applies a command of the control topic: drops a retired model, and reports a rejected order. */
    public void apply(ControlCommand command, Output output) {
        CommandResult result = control.apply(command);
        if (result.isDuplicate()) {
            return;
        }
        nowMillis = command.timeMillis();
        result.refusal().ifPresent(output::refuse);
        result.retiredModel().ifPresent(this::drop);
        admitWaiting(output);
    }

    /** Accepts models of the registry for which there is memory by now; others must be announced again. */
    private void admitWaiting(Output output) {
        for (Waiting one : List.copyOf(waiting.values())) {
            String model = one.order().model();
            if (control.state().registry().isActive(model)
                    && held.refusal(model, one.candidate().heldBytes()).isEmpty()) {
                waiting.remove(model);
                admit(one.announced(), one.order(), one.candidate(), output);
            }
        }
    }

    private void drop(String model) {
        admitted.remove(model);
        held.release(model);
        waiting.remove(model);
    }

    private void refuse(ModelAnnouncement announced, @Nullable String reason, Output output) {
        refuse(
                Math.max(nowMillis, announced.timeMillis()),
                "model " + announced.modelHash(),
                announced.author(),
                reason,
                output);
    }

    private static void refuse(long timeMillis, String subject, String actor, @Nullable String reason, Output output) {
        output.refuse(new Refusal(
                timeMillis, RefusalText.of(subject), RefusalText.of(actor), RefusalText.of(String.valueOf(reason))));
    }
}
