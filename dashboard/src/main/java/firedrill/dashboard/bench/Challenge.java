package firedrill.dashboard.bench;

import firedrill.dashboard.feed.RegistryBook;
import firedrill.dashboard.feed.RegistryReader;
import firedrill.ingest.event.Topics;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ModelOrder;
import firedrill.scoring.model.ModelAnnouncement;
import firedrill.scoring.model.ModelFile;
import firedrill.scoring.model.ModelRefusedException;
import firedrill.scoring.model.Recalibration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The shipped model and a challenger in a running job's registry, and the orders that a bench gives about them. */
final class Challenge implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Many times what it takes a job to load and warm up a model. */
    private static final Duration TO_LOAD = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Producer<byte[], byte[]> producer;
    private final ModelAnnouncement champion;
    private final ModelAnnouncement challenger;
    private long orders;

    private Challenge(Producer<byte[], byte[]> producer, ModelAnnouncement champion, ModelAnnouncement challenger) {
        this.producer = producer;
        this.champion = champion;
        this.challenger = challenger;
    }

    /** Announces both, and waits until the job has admitted them. */
    static Challenge open(KafkaSettings kafka) throws InterruptedException, ExecutionException {
        var producer = kafka.producer("bench-orders");
        var packed = ModelFile.shippedPacked();
        try {
            var challenge = new Challenge(
                    producer,
                    ModelAnnouncement.of(packed, 0, "bench", "the shipped model"),
                    ModelAnnouncement.of(
                            Recalibration.shifted(packed, 0.25, "shipped, a little harsher"),
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
            producer.send(new ProducerRecord<>(Topics.MODELS, one.key(), one.toBytes()))
                    .get();
        }
        var book = new RegistryBook();
        try (var reader = new RegistryReader(kafka, book)) {
            for (long looks = PATIENCE.dividedBy(LOOK);
                    looks > 0 && !book.control().roster().isUsable(challenger.model());
                    looks--) {
                reader.read(LOOK);
            }
        }
        if (!book.control().roster().isUsable(challenger.model())) {
            throw new IllegalStateException("the job did not admit the challenger: " + book.refusals());
        }
        // Admitted is not yet loaded, and nothing tells of loading but decisions, of which there are none before the
        // load.
        Thread.sleep(TO_LOAD.toMillis());
    }

    /** Both, by hash. */
    List<String> models() {
        return List.of(champion.model(), challenger.model());
    }

    String challenger() {
        return challenger.model();
    }

    /** Sends an order, without waiting. */
    void order(ModelOrder order) {
        orders++;
        var command = new ModelCommand(0, 0, "bench", "measured", "bench-" + orders, order);
        // What is lost shows as a swap that did not happen.
        var unused = producer.send(
                new ProducerRecord<>(Topics.CONTROL, ControlCodec.key(command), ControlCodec.encode(command)));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
