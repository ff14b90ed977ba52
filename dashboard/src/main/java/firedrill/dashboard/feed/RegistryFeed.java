package firedrill.dashboard.feed;

import firedrill.ingest.publish.KafkaSettings;
import java.time.Duration;
import org.apache.kafka.common.utils.Utils;

/** Keeps a {@link RegistryBook} up to date, on a thread of its own, until it is closed. */
public final class RegistryFeed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final RegistryBook book = new RegistryBook();
    private final Thread thread = new Thread(this::run, "firedrill-registry");
    private volatile boolean isClosing;

    /** A feed that has not begun to read. */
    public RegistryFeed(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Starts reading; the topics must exist. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    public RegistryBook book() {
        return book;
    }

    private void run() {
        try (var reader = new RegistryReader(kafka, book)) {
            while (!isClosing) {
                reader.read(PATIENCE);
            }
        }
    }

    @Override
    public void close() {
        isClosing = true;
        Utils.closeQuietly(() -> thread.join(FAREWELL.toMillis()), "registry");
    }
}
