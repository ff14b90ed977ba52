package firedrill.dashboard.runtime;

import static java.util.Objects.requireNonNull;

import firedrill.dashboard.health.RunFacts;
import firedrill.dashboard.health.RunHealth;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the health of a run up to date on a thread of its own; a change is logged once. */
final class HealthWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Callable<RunFacts> facts;
    private final AtomicReference<RunHealth> last;
    private final Thread thread = new Thread(this::run, "firedrill-health");

    /** A watch whose health is that of {@code first} until it is started. */
    HealthWatch(RunFacts first, Callable<RunFacts> facts) {
        this.facts = facts;
        this.last = new AtomicReference<>(RunHealth.of(first));
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The last one; answers at once. */
    RunHealth last() {
        return requireNonNull(last.get());
    }

    /** Collects the facts now. */
    synchronized RunHealth refresh() throws InterruptedException {
        try {
            var now = RunHealth.of(facts.call());
            var before = requireNonNull(last.getAndSet(now));
            if (before.state() != now.state()) {
                log(now);
            }
        } catch (InterruptedException closing) {
            throw closing;
        } catch (Exception unknown) { // Without facts the last health stays; the thread must go on.
            LOG.warn("the health of the run is not known at the moment", unknown);
        }
        return last();
    }

    private static void log(RunHealth now) {
        if (now.ready()) {
            LOG.info("{}: {}", now.state(), now.text());
        } else {
            LOG.warn("{}: {}", now.state(), now.text());
        }
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                refresh();
                Thread.sleep(INTERVAL.toMillis()); // The period of the measurement; close() interrupts it.
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
