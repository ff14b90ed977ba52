package firedrill.dashboard.cli;

import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.health.HealthState;
import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.runtime.RunService;
import firedrill.dashboard.runtime.SystemTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for the end of {@code up}, and says meanwhile what it sees. */
final class RunWatch {

    private static final long POLL_MILLIS = 100;
    private static final long PROGRESS_SECONDS = 10;

    private final RunService service;
    private final Console console;
    private final boolean isHeadless;
    private final @Nullable Integer seconds;

    private final long startNanos = SystemTime.nanos();
    private long firstEventNanos;
    private boolean hasStarted;
    private long reports;
    private HealthState said = HealthState.STARTING;

    /** A watch that begins now; {@code seconds} is the time limit from the first event, if there is one. */
    RunWatch(RunService service, Console console, boolean isHeadless, @Nullable Integer seconds) {
        this.service = service;
        this.console = console;
        this.isHeadless = isHeadless;
        this.seconds = seconds;
    }

    /** Starts the first run; false if meanwhile it is clear that none can go on. */
    boolean start() throws Exception {
        var starting = new FutureTask<Boolean>(() -> {
            service.start();
            return true;
        });
        var thread = new Thread(starting, "firedrill-start");
        thread.setDaemon(true);
        thread.start();
        while (service.health().state() != HealthState.LOST) {
            try {
                return starting.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // Looks at the health again.
            } catch (ExecutionException refused) {
                throw refused.getCause() instanceof Exception cause ? cause : refused;
            }
        }
        return false;
    }

    /** Returns at the time limit, at the end of a headless run, on a shutdown request, or when no run can go on. */
    void await(CountDownLatch shutdownRequested) throws InterruptedException {
        while (!shutdownRequested.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            var health = service.health();
            report(health);
            if (isOver(health)) {
                return;
            }
            if (service.hasReachedEnd()) {
                if (isHeadless) {
                    return;
                }
                service.finishRun();
            }
        }
    }

    /** Whole seconds of wall time since the first event. */
    long liveSeconds() {
        return hasStarted ? SystemTime.secondsSince(firstEventNanos) : 0;
    }

    /** On the page, another scenario can follow a failed run; nobody starts one without it or after a time limit. */
    private boolean isOver(RunHealth health) {
        if (!hasStarted && service.session().hasStarted()) {
            hasStarted = true;
            firstEventNanos = SystemTime.nanos();
        }
        boolean isUnattended = isHeadless || seconds != null;
        return health.state() == HealthState.LOST
                || (health.state() == HealthState.FAILED && isUnattended)
                || (seconds != null && liveSeconds() >= seconds);
    }

    private void report(RunHealth health) {
        say(health);
        if (SystemTime.secondsSince(startNanos) / PROGRESS_SECONDS > reports) {
            reports = SystemTime.secondsSince(startNanos) / PROGRESS_SECONDS;
            console.progress(figures() + "; " + health.text());
        }
    }

    /** Says what the health is, if its state has changed. */
    void say(RunHealth health) {
        if (health.state() != said) {
            console.progress(health.text());
        }
        said = health.state();
    }

    private String figures() {
        var counts = service.session().counts();
        return "%,d events, %,d decisions, %d waiting"
                .formatted(counts.liveEvents(), counts.answers(), counts.pendingAnswers());
    }
}
