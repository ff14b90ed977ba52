package firedrill.dashboard.runtime.broker;

import static java.util.Objects.requireNonNull;

import firedrill.dashboard.health.FailureCause;
import firedrill.dashboard.runtime.KafkaProbe;
import firedrill.dashboard.runtime.OpenFileLimit;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.kafka.KafkaSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A real Kafka broker in a process of its own, on loopback; restarted on the same ports and data after a failure.
 *
 * <p>It ends with {@link #close}, and with the process that started it, however that ends ({@link BrokerMain}).
 */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    /** Another process can bind a free port before the broker does. */
    private static final int PORT_ATTEMPTS = 3;

    /** A broker with a shorter uptime failed to start. */
    private static final Duration MIN_UPTIME = Duration.ofSeconds(10);

    private static final int MAX_START_FAILURES = 4;
    private static final Duration RESTART_BACKOFF = Duration.ofMillis(500);

    private final BrokerFolder folder;
    private final BrokerPorts ports;
    private final Consumer<String> progress;
    private final BooleanSupplier isEnding;
    private final AtomicReference<String> giveUpReason = new AtomicReference<>("");
    private final Thread supervisor = new Thread(this::supervise, "broker-supervisor");
    private volatile Process process;
    private boolean isClosing;

    private BrokerProcess(BrokerFolder folder, BrokerPorts ports, Consumer<String> progress, BooleanSupplier isEnding)
            throws IOException {
        this.folder = folder;
        this.ports = ports;
        this.progress = progress;
        this.isEnding = isEnding;
        this.process = launch(folder, ports);
    }

    /** The same without a shutdown indicator. */
    public static BrokerProcess start(WorkFolder work, boolean resume, Consumer<String> progress)
            throws UserFacingException, InterruptedException {
        return start(work, resume, progress, () -> false);
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param resume whether to keep the data of an earlier run; otherwise they are deleted
     * @param progress receives one line when the broker failed and is restarted
     * @param isEnding whether the program is shutting down, so that the end of the broker is intended
     */
    public static BrokerProcess start(
            WorkFolder work, boolean resume, Consumer<String> progress, BooleanSupplier isEnding)
            throws UserFacingException, InterruptedException {
        OpenFileLimit.requireForARun();
        var folder = new BrokerFolder(work);
        try {
            folder.prepare(resume);
            for (int attempt = 1; ; attempt++) {
                var broker = new BrokerProcess(folder, choosePorts(folder), progress, isEnding);
                if (broker.awaitReachable()) {
                    broker.supervisor.setDaemon(true);
                    broker.supervisor.start();
                    return broker;
                }
                broker.close();
                if (attempt == PORT_ATTEMPTS || !folder.logContains("Address already in use")) {
                    throw new UserFacingException("The Kafka broker did not start (" + folder.lastError() + "): see "
                            + folder.log() + ", or use another Kafka with --bootstrap HOST:PORT.");
                }
            }
        } catch (IOException refused) {
            throw new UserFacingException(
                    "Cannot set up the Kafka broker in " + work.path() + " (" + WorkFolder.describe(refused)
                            + "): free some space, or choose another folder with --work FOLDER.",
                    refused);
        }
    }

    private static BrokerPorts choosePorts(BrokerFolder folder) throws IOException {
        var last = folder.lastPorts().filter(BrokerPorts::areFree);
        return last.isPresent() ? last.get() : BrokerPorts.findFree();
    }

    private static Process launch(BrokerFolder folder, BrokerPorts ports) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + folder.temporary(),
                // A batch of zstd may be ten thousand times as large as it looks, and the broker would hold all of it:
                // without
                // its library the broker refuses every such batch. Nothing of this project compresses.
                "-DZstdNativePath=/dev/null/none",
                "-Dlog4j2.configurationFile=broker-log4j2.xml",
                "@" + folder.writeClassPath(),
                BrokerMain.class.getName(),
                folder.writeConfiguration(ports).toString(),
                folder.clusterId(),
                folder.lock().toString());
        return new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.log().toFile()))
                .start();
    }

    private boolean awaitReachable() throws InterruptedException {
        return new KafkaProbe(KafkaSettings.at(bootstrap())).awaitReachable(START_TIMEOUT, process::isAlive);
    }

    /** {@code host:port} for clients; constant across restarts. */
    public String bootstrap() {
        return ports.bootstrap();
    }

    /** Settings for its clients. */
    public KafkaSettings kafka() {
        return KafkaSettings.at(bootstrap());
    }

    /** Id of the current process; changes with a restart. */
    public long pid() {
        return process.pid();
    }

    /** Why the broker is not restarted any more, as a sentence; empty while it is. */
    public String giveUpReason() {
        return requireNonNull(giveUpReason.get());
    }

    private void supervise() {
        try {
            int quickFailures = 0;
            do {
                long startedNanos = System.nanoTime();
                int code = process.waitFor();
                boolean isQuick = System.nanoTime() - startedNanos < MIN_UPTIME.toNanos();
                quickFailures = isQuick ? quickFailures + 1 : 0;
                if (quickFailures == MAX_START_FAILURES) {
                    giveUp(code);
                    return;
                }
                // A back-off between restarts; none after a broker that had run for a while.
                Thread.sleep(RESTART_BACKOFF.multipliedBy(quickFailures).toMillis());
                if (!restart(code)) {
                    return;
                }
            } while (true);
        } catch (InterruptedException closing) {
            // close() ends the process.
        } catch (IOException refused) {
            giveUpReason.set("The Kafka broker ended and cannot be started again (" + FailureCause.of(refused) + ").");
        }
    }

    private synchronized boolean restart(int code) throws IOException {
        if (isClosing || isEnding.getAsBoolean()) {
            return false;
        }
        progress.accept("The Kafka broker (process " + process.pid() + ") ended with code " + code
                + "; restarting it on the same ports and data.");
        process = launch(folder, ports);
        return true;
    }

    private synchronized void giveUp(int code) {
        if (!isClosing) {
            giveUpReason.set("The Kafka broker ended " + MAX_START_FAILURES + " times right after its start, last with"
                    + " code " + code + " (" + folder.lastError() + "); its log is " + folder.log() + ".");
        }
    }

    /** Shuts the broker down, by force after a time limit. */
    @Override
    public void close() {
        synchronized (this) {
            isClosing = true;
        }
        supervisor.interrupt();
        if (!folder.exists()) {
            // Its data are deleted: an orderly end would only fail to write them.
            process.destroyForcibly();
        }
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The process has ended already.
        }
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
