package firedrill.dashboard.monitor;

import firedrill.ingest.kafka.KafkaSettings;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link RegistryHistory} up to date, on a thread of its own, until it is closed. */
public final class RegistryFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryFeed.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final LongSupplier epochMillis;
    private final RegistryHistory history = new RegistryHistory();
    private final Thread thread = new Thread(this::run, "firedrill-registry");
    private volatile boolean isClosing;
    private volatile boolean isAbandoned;

    /** A feed that has not begun to read; {@code epochMillis} is the wall clock. */
    public RegistryFeed(KafkaSettings kafka, LongSupplier epochMillis) {
        this.kafka = kafka;
        this.epochMillis = epochMillis;
    }

    /** Starts reading; the topics must exist. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    public RegistryHistory history() {
        return history;
    }

    private void run() {
        try (var reader = new RegistryReader(kafka, history)) {
            while (!isClosing) {
                reader.poll(POLL_TIMEOUT);
                reader.settle(epochMillis.getAsLong());
            }
        } catch (RuntimeException broken) {
            // Thrown on a thread of its own, which would end without a word.
            LOG.error("the model registry is not read any more", broken);
        }
    }

    /** Makes {@link #close} wait for nothing. */
    public void abandon() {
        isAbandoned = true;
    }

    @Override
    public void close() {
        isClosing = true;
        Utils.closeQuietly(() -> thread.join(isAbandoned ? 1 : JOIN_TIMEOUT.toMillis()), "registry");
    }
}
