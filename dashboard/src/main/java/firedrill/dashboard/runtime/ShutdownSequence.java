package firedrill.dashboard.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes resources in reverse order, once: at the end of the command or on the shutdown of the process. */
public final class ShutdownSequence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownSequence.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread hook;

    /** On shutdown of the process, counts {@code shutdownRequested} down and closes everything. */
    public ShutdownSequence(CountDownLatch shutdownRequested) {
        hook = new Thread(
                () -> {
                    shutdownRequested.countDown();
                    closeAll();
                },
                "firedrill-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public synchronized <T extends AutoCloseable> T add(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("the process ends already", ending);
        }
    }

    private synchronized void closeAll() {
        while (!open.isEmpty()) {
            var part = open.pop();
            try {
                part.close();
            } catch (Exception failed) { // One failure must not prevent the others from closing.
                LOG.warn("{} could not be closed", part.getClass().getSimpleName(), failed);
            }
        }
    }
}
