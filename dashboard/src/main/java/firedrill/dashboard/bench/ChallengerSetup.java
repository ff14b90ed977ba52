package firedrill.dashboard.bench;

import firedrill.dashboard.monitor.RegistryHistory;
import firedrill.dashboard.monitor.RegistryReader;
import firedrill.ingest.event.Topics;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.model.artifact.ModelFile;
import firedrill.scoring.model.artifact.ModelRefusedException;
import firedrill.scoring.model.artifact.Recalibration;
import firedrill.scoring.registry.ModelOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The shipped model and a challenger in a running job's registry, and the orders that a bench gives about them. */
final class ChallengerSetup implements AutoCloseable {

    private static final Duration ADMISSION_TIMEOUT = Duration.ofSeconds(60);
    /** Many times what it takes a job to load and warm up a model. */
    private static final Duration LOAD_WAIT = Duration.ofSeconds(2);

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(50);

    private final Producer<byte[], byte[]> producer;
    private final ModelAnnouncement champion;
    private final ModelAnnouncement challenger;
    private long orders;

    private ChallengerSetup(
            Producer<byte[], byte[]> producer, ModelAnnouncement champion, ModelAnnouncement challenger) {
        this.producer = producer;
        this.champion = champion;
        this.challenger = challenger;
    }

    /** Announces both, and waits until the job has admitted them. */
    static ChallengerSetup open(KafkaSettings kafka) throws InterruptedException, ExecutionException {
        var producer = kafka.producer("bench-orders");
        var packed = ModelFile.readBundled();
        try {
            var challenge = new ChallengerSetup(
                    producer,
                    ModelAnnouncement.of(packed, 0, "bench", "the shipped model"),
                    ModelAnnouncement.of(
                            Recalibration.shiftLogOdds(packed, 0.25, "shipped, shifted +0.25"),
                            0,
                            "bench",
                            "something to swap to"));
            challenge.announce(kafka);
            return challenge;
        } catch (ModelRefusedException broken) {
            producer.close();
            throw new IllegalStateException("the shipped model was refused: " + broken.getMessage(), broken);
        }
    }

    private void announce(KafkaSettings kafka) throws InterruptedException, ExecutionException {
        for (var one : List.of(champion, challenger)) {
            producer.send(new ProducerRecord<>(
                            Topics.MODELS, ModelAnnouncementCodec.key(one), ModelAnnouncementCodec.encode(one)))
                    .get();
        }
        var book = new RegistryHistory();
        try (var reader = new RegistryReader(kafka, book)) {
            for (long looks = ADMISSION_TIMEOUT.dividedBy(POLL_TIMEOUT);
                    looks > 0 && !book.control().registry().isActive(challenger.modelHash());
                    looks--) {
                reader.poll(POLL_TIMEOUT);
            }
        }
        if (!book.control().registry().isActive(challenger.modelHash())) {
            throw new IllegalStateException("the job did not admit the challenger: " + book.refusals());
        }
        // An admitted model may still be loading, which only decisions would show, and there are none before the
        // load.
        Thread.sleep(LOAD_WAIT.toMillis());
    }

    /** Hashes of both models. */
    List<String> models() {
        return List.of(champion.modelHash(), challenger.modelHash());
    }

    String challenger() {
        return challenger.modelHash();
    }

    /** Sends an order, without waiting. */
    void send(ModelOrder order) {
        orders++;
        var command = new ModelCommand(0, 0, "bench", "measured", "bench-" + orders, order);
        // A lost order shows as a missing swap.
        var unused = producer.send(
                new ProducerRecord<>(Topics.CONTROL, ControlCodec.key(command), ControlCodec.encode(command)));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
