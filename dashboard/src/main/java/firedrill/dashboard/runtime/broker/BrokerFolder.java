package firedrill.dashboard.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** A broker's files in the work folder: its data, identity, ports, configuration and log. */
final class BrokerFolder {

    private static final Duration RETRY_INTERVAL = Duration.ofMillis(100);

    private final Path path;

    BrokerFolder(WorkFolder work) {
        this.path = work.path().resolve("broker");
    }

    /** Output of the broker's process. */
    Path log() {
        return path.resolve("broker.log");
    }

    /** Locked by the broker's process while it runs. */
    Path lock() {
        return path.resolve("process.lock");
    }

    /** Makes the folder ready: without data of earlier runs, or with them to go on with. */
    void prepare(boolean resume) throws IOException, UserFacingException, InterruptedException {
        Files.createDirectories(path);
        awaitPreviousBroker();
        Files.deleteIfExists(log());
        if (!resume) {
            WorkFolder.deleteRecursively(data());
            Files.deleteIfExists(clusterIdFile());
            Files.deleteIfExists(portsFile());
        }
        if (!Files.exists(clusterIdFile())) {
            Files.writeString(clusterIdFile(), Uuid.randomUuid().toString());
        }
    }

    /** A broker whose starter was killed needs a moment to notice and to end. */
    private void awaitPreviousBroker() throws IOException, UserFacingException, InterruptedException {
        for (long looks = Duration.ofSeconds(20).dividedBy(RETRY_INTERVAL); looks > 0; looks--) {
            try (var channel = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.tryLock()) {
                if (held != null) {
                    return;
                }
            }
            Thread.sleep(RETRY_INTERVAL.toMillis());
        }
        throw new UserFacingException(
                "The broker of an earlier run still uses " + path + ": end its process (a java with BrokerMain"
                        + " in its command line), or choose another folder with --work FOLDER.");
    }

    String clusterId() throws IOException {
        return Files.readString(clusterIdFile()).strip();
    }

    /** The ports of the last run. */
    Optional<BrokerPorts> lastPorts() throws IOException {
        try {
            var ports = Files.readString(portsFile()).strip().split(" ", 2);
            return Optional.of(new BrokerPorts(Integer.parseInt(ports[0]), Integer.parseInt(ports[1])));
        } catch (NoSuchFileException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    /** Writes the configuration for these ports. */
    Path writeConfiguration(BrokerPorts ports) throws IOException {
        Files.writeString(portsFile(), ports.broker() + " " + ports.controller());
        var broker = "PLAINTEXT://127.0.0.1:" + ports.broker();
        var controller = "127.0.0.1:" + ports.controller();
        var here = String.join(
                "\n",
                "log.dirs=" + data().toString().replace('\\', '/'),
                "listeners=" + broker + ",CONTROLLER://" + controller,
                "advertised.listeners=" + broker,
                "controller.quorum.bootstrap.servers=" + controller,
                "");
        return Files.writeString(path.resolve("server.properties"), commonConfiguration() + here);
    }

    private static String commonConfiguration() throws IOException {
        try (var in = BrokerFolder.class.getResourceAsStream("/broker.properties")) {
            if (in == null) {
                throw new IOException("broker.properties is missing from the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** The class path as a file, because that of a command line may be too long. */
    Path writeClassPath() throws IOException {
        var quoted =
                System.getProperty("java.class.path", "").replace("\\", "\\\\").replace("\"", "\\\"");
        return Files.writeString(path.resolve("classpath.args"), "-cp \"" + quoted + "\"\n");
    }

    /** The log's last error, or its last line, or empty. */
    String lastError() {
        try {
            var lines = Files.readAllLines(log()).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            var errors = lines.stream().filter(BrokerFolder::isError).toList();
            return last(errors.isEmpty() ? lines : errors);
        } catch (IOException unreadable) {
            return "";
        }
    }

    boolean logContains(String words) {
        try {
            return Files.readString(log()).contains(words);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isError(String line) {
        return line.contains("ERROR") || line.contains("Exception") || line.contains("Error:");
    }

    private static String last(List<String> lines) {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }

    private Path data() {
        return path.resolve("data");
    }

    private Path clusterIdFile() {
        return path.resolve("cluster-id");
    }

    private Path portsFile() {
        return path.resolve("ports");
    }
}
