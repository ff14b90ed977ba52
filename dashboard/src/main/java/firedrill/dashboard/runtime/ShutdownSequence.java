package firedrill.dashboard.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, last first, once: at the end of the command, or when the process is told to end. */
public final class ShutdownSequence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownSequence.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread hook;

    /** Counts {@code told} down when the process is told to end, and then closes everything. */
    public ShutdownSequence(CountDownLatch told) {
        hook = new Thread(
                () -> {
                    told.countDown();
                    closeAll();
                },
                "firedrill-closing");
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
            } catch (Exception failed) { // Whatever one part does, the others must be closed.
                LOG.warn("{} could not be closed", part.getClass().getSimpleName(), failed);
            }
        }
    }
}
