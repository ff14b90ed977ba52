package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.monitor.RegistryReader;
import firedrill.dashboard.runtime.order.OrderChannel;
import firedrill.dashboard.runtime.order.OrderDelivery;
import firedrill.ingest.event.RunClock;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.AuditNote;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.registry.ModelOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Client of the model registry: reads its topics, publishes announcements and orders, awaits their effect. */
public final class ModelRegistryClient implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Duration READ_BACK_TIMEOUT = Duration.ofSeconds(10);
    /** Longer than the validity of an order and the margin after it. */
    private static final Duration FATE_TIMEOUT = Duration.ofSeconds(30);

    private static final LongSupplier EPOCH_MILLIS = SystemTime.WALL_CLOCK.clock()::millis;
    private static final int MIN_PREFIX_LENGTH = 4;
    private static final int LAST_EVENTS = 100;

    private final KafkaSettings kafka;
    private final RegistryHistory history = new RegistryHistory();
    private final RegistryReader reader;

    /** A client that has read the topics up to their current end. */
    public ModelRegistryClient(KafkaSettings kafka) {
        this.kafka = kafka;
        this.reader = new RegistryReader(kafka, history);
        reader.catchUp();
    }

    public RegistryHistory history() {
        return history;
    }

    /** The version with a unique prefix. */
    public String resolve(String prefix) throws UserFacingException {
        List<String> matches = history.control().registry().versions().stream()
                .map(version -> version.model())
                .filter(model -> model.startsWith(prefix))
                .toList();
        if (prefix.length() >= MIN_PREFIX_LENGTH && matches.size() == 1) {
            return matches.get(0);
        }
        if (matches.size() > 1 || (!matches.isEmpty() && prefix.length() < MIN_PREFIX_LENGTH)) {
            throw new UserFacingException(prefix + " is ambiguous: give at least " + MIN_PREFIX_LENGTH
                    + " characters of a unique prefix; see ./firedrill model list.");
        }
        throw new UserFacingException("No version " + prefix + " is in the registry: see ./firedrill model list.");
    }

    /** Publishes an order and waits until it is on the topic; an order that the registry refuses is not published. */
    public void submit(ModelOrder order, AuditNote note) throws UserFacingException, InterruptedException {
        var refusal = history.control().registry().refusal(order);
        if (refusal.isPresent()) {
            throw new UserFacingException("Nothing was changed: " + refusal.get() + ".");
        }
        String id = UUID.randomUUID().toString();
        try (var orders = openChannel()) {
            requireWritten(orders.send(new ModelCommand(0, simulatedMillis(), note.actor(), note.reason(), id, order)));
        }
        if (!pollUntil(() -> history.order(id).isPresent(), READ_BACK_TIMEOUT)) {
            throw new UserFacingException("The order was published but not read back from " + Topics.CONTROL + ".");
        }
        var refused = history.order(id).orElseThrow().refusalReason();
        if (refused != null) {
            throw new UserFacingException("Nothing was changed; a concurrent order came first: " + refused + ".");
        }
    }

    /** Result of an announcement. */
    public enum AdmissionResult {
        ADMITTED,
        REFUSED,
        /** No scorer responded in time. */
        NO_RESPONSE
    }

    /** Announces a model and waits up to {@code timeout} for the scorer. */
    public AdmissionResult announce(ModelAnnouncement announcement, Duration timeout)
            throws UserFacingException, InterruptedException {
        if (isLoadable(announcement)) {
            return AdmissionResult.ADMITTED;
        }
        long refusals = refusals(announcement.modelHash());
        publish(announcement);
        pollUntil(() -> isLoadable(announcement) || refusals(announcement.modelHash()) > refusals, timeout);
        if (isLoadable(announcement)) {
            return AdmissionResult.ADMITTED;
        }
        return refusals(announcement.modelHash()) > refusals ? AdmissionResult.REFUSED : AdmissionResult.NO_RESPONSE;
    }

    /** Publishes an announcement and returns once the broker has it. */
    void publish(ModelAnnouncement announcement) throws UserFacingException, InterruptedException {
        try (var orders = openChannel()) {
            requireWritten(orders.announce(announcement));
        }
    }

    private OrderChannel openChannel() {
        return new OrderChannel(kafka, history.fates(), EPOCH_MILLIS);
    }

    /** Waits for the fate of an uncertain order. */
    private void requireWritten(OrderDelivery delivery) throws UserFacingException {
        Optional<String> failure = delivery.match(
                written -> Optional.empty(), notWritten -> Optional.of(notWritten.reason()), this::awaitFate);
        if (failure.isPresent()) {
            throw new UserFacingException(failure.get());
        }
    }

    private Optional<String> awaitFate(OrderDelivery.Uncertain uncertain) {
        pollUntil(() -> fate(uncertain) != OrderFate.OPEN, FATE_TIMEOUT);
        return switch (fate(uncertain)) {
            case ON_TOPIC -> Optional.empty();
            case VOID, NEVER_WRITTEN -> Optional.of("Nothing was changed: Kafka did not write the order in time.");
            case OPEN -> Optional.of(uncertain.reason());
        };
    }

    private OrderFate fate(OrderDelivery.Uncertain uncertain) {
        return history.fates().fate(uncertain.orderId()).orElse(OrderFate.OPEN);
    }

    public ModelAnnouncement createAnnouncement(ModelArtifact artifact, AuditNote note) throws UserFacingException {
        try {
            return ModelAnnouncement.of(artifact, simulatedMillis(), note.actor(), note.reason());
        } catch (ModelRefusedException refused) {
            throw new UserFacingException("The model was refused: " + refused.getMessage() + ".", refused);
        }
    }

    /**
     * The announcement that releases a model from quarantine: the same as before, so that the scorer loads it once more.
     *
     * @param prefix unique among the models in quarantine
     */
    public ModelAnnouncement createRelease(String prefix, AuditNote note) throws UserFacingException {
        List<String> matches = history.quarantines().keySet().stream()
                .filter(model -> model.startsWith(prefix))
                .toList();
        if (matches.size() != 1) {
            throw new UserFacingException(prefix + (matches.isEmpty() ? " is not in quarantine" : " is ambiguous")
                    + ": see ./firedrill model list.");
        }
        ModelAnnouncement known = AnnouncedModel.latest(kafka, matches.get(0))
                .orElseThrow(() -> new UserFacingException("The announcement of " + matches.get(0) + " is no longer on "
                        + Topics.MODELS + ": add the model's file again with ./firedrill model add FILE."));
        return known.repeatedBy(simulatedMillis(), note.actor(), note.reason());
    }

    private boolean isLoadable(ModelAnnouncement announcement) {
        String model = announcement.modelHash();
        return history.control().registry().version(model).isPresent()
                && !history.quarantines().containsKey(model);
    }

    private long refusals(String model) {
        return refusalsOf(model).count();
    }

    private Stream<Refusal> refusalsOf(String model) {
        return history.refusals().stream().filter(refusal -> refusal.subject().equals("model " + model));
    }

    /** Reason of the last refusal of this model. */
    public String refusalReason(ModelAnnouncement announcement) {
        return refusalsOf(announcement.modelHash())
                .reduce((earlier, later) -> later)
                .map(Refusal::reason)
                .orElse("no reason on record");
    }

    private boolean pollUntil(BooleanSupplier condition, Duration timeout) {
        long endNanos = SystemTime.nanos() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (SystemTime.nanos() - endNanos > 0) {
                return false;
            }
            reader.poll(POLL_INTERVAL);
            reader.settle(EPOCH_MILLIS.getAsLong());
        }
        return true;
    }

    /** Simulated time of the last events, outliers left out; 0 without events. */
    private long simulatedMillis() {
        try (var consumer = kafka.consumer("firedrill-time")) {
            long latest = 0;
            for (var info : consumer.partitionsFor(Topics.EVENTS)) {
                var partition = new TopicPartition(info.topic(), info.partition());
                consumer.assign(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                consumer.seek(partition, Math.max(0, end - LAST_EVENTS));
                var clock = RunClock.ofUnknownRun();
                consumer.poll(Duration.ofMillis(end > 0 ? 1_000 : 0)).forEach(entry -> record(entry.value(), clock));
                latest = Math.max(latest, clock.latestMillis());
            }
            return latest;
        }
    }

    private static void record(byte[] event, RunClock clock) {
        try {
            clock.record(EventCodec.decode(event).timeMillis());
        } catch (MalformedMessageException e) {
            // Garbage has no time.
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
