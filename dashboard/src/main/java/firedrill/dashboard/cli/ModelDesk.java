package firedrill.dashboard.cli;

import firedrill.dashboard.feed.RegistryBook;
import firedrill.dashboard.feed.RegistryReader;
import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.MalformedEventException;
import firedrill.ingest.event.Topics;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.model.ModelAnnouncement;
import firedrill.scoring.model.ModelRefusedException;
import firedrill.scoring.model.PackedModel;
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
final class ModelDesk implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration SENDING = Duration.ofSeconds(10);
    /** A prefix that is shorter says too little. */
    private static final int SHORTEST_PREFIX = 4;

    private final KafkaSettings kafka;
    private final RegistryBook book = new RegistryBook();
    private final RegistryReader reader;

    /** A desk that knows everything that stands on the topics by now. */
    ModelDesk(KafkaSettings kafka) {
        this.kafka = kafka;
        this.reader = new RegistryReader(kafka, book);
        reader.catchUp();
    }

    RegistryBook book() {
        return book;
    }

    /** The version whose id begins so. */
    String named(String prefix) throws CliFailure {
        List<String> fitting = book.control().roster().versions().stream()
                .map(version -> version.model())
                .filter(model -> model.startsWith(prefix))
                .toList();
        if (prefix.length() >= SHORTEST_PREFIX && fitting.size() == 1) {
            return fitting.get(0);
        }
        if (fitting.size() > 1 || (!fitting.isEmpty() && prefix.length() < SHORTEST_PREFIX)) {
            throw new CliFailure(prefix + " is not enough of an id: give at least " + SHORTEST_PREFIX
                    + " letters that only one version begins with; see ./firedrill model list.");
        }
        throw new CliFailure("No version " + prefix + " is in the registry: see ./firedrill model list.");
    }

    /** Orders something, and waits until the topic has it; a refused order is not sent. */
    void order(ModelOrder order, String by, String why) throws CliFailure, InterruptedException {
        var refusal = book.control().roster().refusal(order);
        if (refusal.isPresent()) {
            throw new CliFailure("Nothing was changed: " + refusal.get() + ".");
        }
        String id = UUID.randomUUID().toString();
        try (var control = new ControlSender(kafka)) {
            control.send(new ModelCommand(0, simulatedMillis(), by, why, id, order));
        }
        if (!isSeen(() -> book.line(id).isPresent(), SENDING)) {
            throw new CliFailure("The order was sent, and does not appear on " + Topics.CONTROL + ".");
        }
        var refused = book.line(id).orElseThrow().refusedBecause();
        if (refused != null) {
            throw new CliFailure("Nothing was changed, because somebody was faster: " + refused + ".");
        }
    }

    /** What became of an announcement. */
    enum Fate {
        ADMITTED,
        REFUSED,
        /** No scorer has said anything yet. */
        UNHEARD
    }

    /** Announces a model that opens here; {@code patience} is for the scorer's word on it. */
    Fate announce(ModelAnnouncement announcement, Duration patience) throws CliFailure, InterruptedException {
        long refusals = refusals(announcement.model());
        send(announcement);
        isSeen(() -> isAdmitted(announcement) || refusals(announcement.model()) > refusals, patience);
        if (isAdmitted(announcement)) {
            return Fate.ADMITTED;
        }
        return refusals(announcement.model()) > refusals ? Fate.REFUSED : Fate.UNHEARD;
    }

    /** Puts a model on its topic. */
    void send(ModelAnnouncement announcement) throws CliFailure, InterruptedException {
        try (var producer = kafka.producer("firedrill-models")) {
            producer.send(new ProducerRecord<>(Topics.MODELS, announcement.key(), announcement.toBytes()))
                    .get(SENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new CliFailure("The model did not reach Kafka: " + refused.getMessage(), refused);
        }
    }

    ModelAnnouncement announcement(PackedModel packed, String by, String why) throws CliFailure {
        try {
            return ModelAnnouncement.of(packed, simulatedMillis(), by, why);
        } catch (ModelRefusedException refused) {
            throw new CliFailure("The model was refused: " + refused.getMessage() + ".", refused);
        }
    }

    private boolean isAdmitted(ModelAnnouncement announcement) {
        return book.control().roster().version(announcement.model()).isPresent();
    }

    private long refusals(String model) {
        return book.refusals().stream()
                .filter(refusal -> refusal.what().equals("model " + model))
                .count();
    }

    Refusal lastRefusal() {
        var all = book.refusals();
        return all.get(all.size() - 1);
    }

    private boolean isSeen(BooleanSupplier wanted, Duration patience) {
        for (long looks = patience.dividedBy(LOOK); looks > 0; looks--) {
            if (wanted.getAsBoolean()) {
                return true;
            }
            reader.read(LOOK);
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
        } catch (MalformedEventException garbage) {
            return 0;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
