package firedrill.dashboard.runtime;

import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.monitor.RegistryReader;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelArtifact;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.registry.ModelOrder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where models are announced and ordered about: reads the registry's topics, writes to them, waits for what comes of it. */
public final class ModelRegistryClient implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
    /** A prefix that is shorter says too little. */
    private static final int SHORTEST_PREFIX = 4;

    private final KafkaSettings kafka;
    private final RegistryHistory book = new RegistryHistory();
    private final RegistryReader reader;

    /** A desk that knows everything that stands on the topics by now. */
    public ModelRegistryClient(KafkaSettings kafka) {
        this.kafka = kafka;
        this.reader = new RegistryReader(kafka, book);
        reader.catchUp();
    }

    public RegistryHistory book() {
        return book;
    }

    /** The version whose id begins so. */
    public String resolve(String prefix) throws UserFacingException {
        List<String> fitting = book.control().registry().versions().stream()
                .map(version -> version.model())
                .filter(model -> model.startsWith(prefix))
                .toList();
        if (prefix.length() >= SHORTEST_PREFIX && fitting.size() == 1) {
            return fitting.get(0);
        }
        if (fitting.size() > 1 || (!fitting.isEmpty() && prefix.length() < SHORTEST_PREFIX)) {
            throw new UserFacingException(prefix + " is not enough of an id: give at least " + SHORTEST_PREFIX
                    + " letters that only one version begins with; see ./firedrill model list.");
        }
        throw new UserFacingException("No version " + prefix + " is in the registry: see ./firedrill model list.");
    }

    /** Orders something, and waits until the topic has it; a refused order is not sent. */
    public void submit(ModelOrder order, String by, String why) throws UserFacingException, InterruptedException {
        var refusal = book.control().registry().refusal(order);
        if (refusal.isPresent()) {
            throw new UserFacingException("Nothing was changed: " + refusal.get() + ".");
        }
        String id = UUID.randomUUID().toString();
        try (var control = new ControlCommandProducer(kafka)) {
            control.send(new ModelCommand(0, simulatedMillis(), by, why, id, order));
        }
        if (!pollUntil(() -> book.order(id).isPresent(), SEND_TIMEOUT)) {
            throw new UserFacingException("The order was sent, and does not appear on " + Topics.CONTROL + ".");
        }
        var refused = book.order(id).orElseThrow().refusalReason();
        if (refused != null) {
            throw new UserFacingException("Nothing was changed, because somebody was faster: " + refused + ".");
        }
    }

    /** What became of an announcement. */
    public enum AdmissionResult {
        ADMITTED,
        REFUSED,
        /** No scorer has said anything yet. */
        NO_RESPONSE
    }

    /** Announces a model that opens here; {@code patience} is for the scorer's word on it. */
    public AdmissionResult announce(ModelAnnouncement announcement, Duration patience)
            throws UserFacingException, InterruptedException {
        long refusals = refusals(announcement.modelHash());
        publish(announcement);
        pollUntil(() -> isAdmitted(announcement) || refusals(announcement.modelHash()) > refusals, patience);
        if (isAdmitted(announcement)) {
            return AdmissionResult.ADMITTED;
        }
        return refusals(announcement.modelHash()) > refusals ? AdmissionResult.REFUSED : AdmissionResult.NO_RESPONSE;
    }

    /** Puts a model on its topic. */
    void publish(ModelAnnouncement announcement) throws UserFacingException, InterruptedException {
        try (var producer = kafka.producer("firedrill-models")) {
            producer.send(new ProducerRecord<>(Topics.MODELS, ModelAnnouncementCodec.key(announcement), ModelAnnouncementCodec.encode(announcement)))
                    .get(SEND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new UserFacingException("The model did not reach Kafka: " + refused.getMessage(), refused);
        }
    }

    public ModelAnnouncement createAnnouncement(ModelArtifact packed, String by, String why)
            throws UserFacingException {
        try {
            return ModelAnnouncement.of(packed, simulatedMillis(), by, why);
        } catch (ModelRefusedException refused) {
            throw new UserFacingException("The model was refused: " + refused.getMessage() + ".", refused);
        }
    }

    private boolean isAdmitted(ModelAnnouncement announcement) {
        return book.control().registry().version(announcement.modelHash()).isPresent();
    }

    private long refusals(String model) {
        return book.refusals().stream()
                .filter(refusal -> refusal.subject().equals("model " + model))
                .count();
    }

    public Refusal lastRefusal() {
        var all = book.refusals();
        return all.get(all.size() - 1);
    }

    private boolean pollUntil(BooleanSupplier wanted, Duration patience) {
        for (long looks = patience.dividedBy(POLL_INTERVAL); looks > 0; looks--) {
            if (wanted.getAsBoolean()) {
                return true;
            }
            reader.poll(POLL_INTERVAL);
        }
        return wanted.getAsBoolean();
    }

    /** Simulated time of the last event, 0 before the first: when something is ordered, the run says. */
    private long simulatedMillis() {
        try (var consumer = kafka.consumer("firedrill-time")) {
            long latest = 0;
            for (var info : consumer.partitionsFor(Topics.EVENTS)) {
                var partition = new TopicPartition(info.topic(), info.partition());
                consumer.assign(List.of(partition));
                long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                consumer.seek(partition, Math.max(0, end - 1));
                for (var entry : consumer.poll(Duration.ofMillis(end > 0 ? 1_000 : 0))) {
                    latest = Math.max(latest, millis(entry.value()));
                }
            }
            return latest;
        }
    }

    private static long millis(byte[] event) {
        try {
            return EventCodec.decode(event).timeMillis();
        } catch (MalformedMessageException garbage) {
            return 0;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
