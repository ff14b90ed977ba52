package firedrill.dashboard.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes resources in reverse order, once: at the end of the command or on the shutdown of the process.
 *
 * <p>Each gets {@link #PATIENCE}; one that does not close in time is left to the end of the process. What takes longer than
 * a second is named.
 */
public final class ShutdownSequence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownSequence.class);
    private static final Duration UNNAMED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);

    private final Deque<Part> open = new ArrayDeque<>();
    private final Consumer<String> progress;
    private final Thread hook;
    private volatile Duration patience = PATIENCE;

    private record Part(String name, AutoCloseable resource) {}

    /**
     * On shutdown of the process, counts {@code shutdownRequested} down and closes everything.
     *
     * @param progress receives one line for each part that is waited for
     */
    public ShutdownSequence(CountDownLatch shutdownRequested, Consumer<String> progress) {
        this.progress = progress;
        hook = new Thread(
                () -> {
                    shutdownRequested.countDown();
                    closeAll();
                },
                "firedrill-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Adds a resource; {@code name} is how the user knows it. */
    public synchronized <T extends AutoCloseable> T add(String name, T resource) {
        open.push(new Part(name, resource));
        return resource;
    }

    /** Gives each part some seconds only, because the run has failed. */
    public void hurry() {
        patience = SHORT_PATIENCE;
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
            close(open.pop());
        }
    }

    private void close(Part part) {
        var closed = new CompletableFuture<Void>();
        var closer = new Thread(
                () -> {
                    try {
                        part.resource().close();
                        closed.complete(null);
                    } catch (Exception failed) { // One failure must not prevent the others from closing.
                        LOG.warn("{} could not be closed", part.name(), failed);
                        closed.complete(null);
                    }
                },
                "firedrill-close");
        closer.setDaemon(true);
        closer.start();
        if (!isDone(closed, UNNAMED)) {
            progress.accept(
                    "Waiting for the end of the " + part.name() + ", at most " + patience.toSeconds() + " s ...");
            if (!isDone(closed, patience)) {
                LOG.warn("{} did not end within {} s", part.name(), patience.toSeconds());
            }
        }
    }

    private static boolean isDone(CompletableFuture<Void> closed, Duration limit) {
        try {
            closed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException open) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
