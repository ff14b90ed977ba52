package firedrill.dashboard.runtime;

import com.sun.management.OperatingSystemMXBean;
import firedrill.ingest.kafka.KafkaSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks before a run; the detail of a failed check names the remedy.
 *
 * @param port port of the page; 0 for any free one
 * @param kafka an external Kafka; empty for the local broker
 */
public record Preflight(Path workFolder, int port, Optional<KafkaSettings> kafka) {

    /** Default port of the page. */
    public static final int PAGE_PORT = 8080;

    private static final Duration KAFKA_TIMEOUT = Duration.ofSeconds(5);
    private static final int JAVA = 17;
    private static final long MEMORY_BYTES = 2L << 30;
    private static final long DISK_BYTES = 1L << 30;

    /** Result of one check. */
    public record PreflightCheck(String name, boolean pass, String detail) {}

    /** Runs all checks. */
    public List<PreflightCheck> checks() throws InterruptedException {
        var checks = new ArrayList<PreflightCheck>();
        checks.add(java());
        checks.add(memory());
        checks.add(openFiles(OpenFileLimit.current()));
        checks.add(workFolderIsWritable());
        checks.add(disk());
        checks.add(portIsFree());
        if (kafka.isPresent()) {
            checks.add(kafkaCheck(kafka.get()));
        }
        return List.copyOf(checks);
    }

    /** Throws for the first failed check. */
    public void requirePass() throws UserFacingException, InterruptedException {
        for (var check : checks()) {
            if (!check.pass()) {
                throw new UserFacingException(check.detail());
            }
        }
    }

    private static PreflightCheck java() {
        int feature = Runtime.version().feature();
        return feature >= JAVA
                ? new PreflightCheck(
                        "java", true, "Java " + Runtime.version() + " in " + System.getProperty("java.home"))
                : new PreflightCheck(
                        "java",
                        false,
                        "Java " + feature + " is too old: install a JDK 17 or newer, or set JAVA_HOME to one.");
    }

    private static PreflightCheck memory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long bytes = system.getTotalMemorySize();
        return bytes >= MEMORY_BYTES
                ? new PreflightCheck("memory", true, gigabytes(bytes) + " in this machine")
                : new PreflightCheck(
                        "memory",
                        false,
                        "This machine has " + gigabytes(bytes) + " of memory: a run needs " + gigabytes(MEMORY_BYTES)
                                + ".");
    }

    static PreflightCheck openFiles(OptionalLong limit) {
        try {
            OpenFileLimit.require(limit, OpenFileLimit.FOR_A_RUN);
            return new PreflightCheck(
                    "open files",
                    true,
                    limit.isPresent() ? "at most " + limit.getAsLong() + " in one process" : "limit unknown");
        } catch (UserFacingException tooFew) {
            return new PreflightCheck("open files", false, tooFew.userMessage());
        }
    }

    private PreflightCheck workFolderIsWritable() {
        try (var work = WorkFolder.open(workFolder)) {
            return new PreflightCheck("work folder", true, work.path() + " is writable and unlocked");
        } catch (UserFacingException e) {
            return new PreflightCheck("work folder", false, e.userMessage());
        }
    }

    private PreflightCheck disk() {
        try {
            long bytes = storeOf(workFolder).getUsableSpace();
            return bytes >= DISK_BYTES
                    ? new PreflightCheck("disk", true, gigabytes(bytes) + " free for the work folder")
                    : new PreflightCheck(
                            "disk",
                            false,
                            "Only " + gigabytes(bytes) + " are free for the work folder " + workFolder
                                    + ": a run needs " + gigabytes(DISK_BYTES)
                                    + ", make room or choose another with --work FOLDER.");
        } catch (IOException unknown) {
            return new PreflightCheck("disk", true, "free space unknown (" + WorkFolder.describe(unknown) + ")");
        }
    }

    /** File store of the folder, or of its nearest existing parent. */
    private static FileStore storeOf(Path folder) throws IOException {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.getFileStore(existing);
    }

    private PreflightCheck portIsFree() {
        if (port < 0 || port > 65_535) {
            return new PreflightCheck("port", false, "--port must be from 0 to 65535, was " + port + ".");
        }
        return port == 0 || LoopbackPort.isFree(port)
                ? new PreflightCheck("port", true, port == 0 ? "any free port" : port + " is free")
                : new PreflightCheck(
                        "port",
                        false,
                        "Port " + port + " is in use: stop what uses it, or choose another with --port N"
                                + " (0 takes any free one).");
    }

    private static PreflightCheck kafkaCheck(KafkaSettings kafka) throws InterruptedException {
        return new KafkaProbe(kafka).isReachable(KAFKA_TIMEOUT)
                ? new PreflightCheck("kafka", true, kafka + " answers")
                : new PreflightCheck(
                        "kafka",
                        false,
                        kafka + " does not answer within " + KAFKA_TIMEOUT.toSeconds()
                                + " s: is it running, and is the address right?");
    }

    /** Throws unless the Kafka responds in time. */
    public static void requireReachable(KafkaSettings kafka) throws UserFacingException, InterruptedException {
        var check = kafkaCheck(kafka);
        if (!check.pass()) {
            throw new UserFacingException(check.detail());
        }
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / (double) (1 << 30));
    }
}
