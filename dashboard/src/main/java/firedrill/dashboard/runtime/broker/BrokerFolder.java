package firedrill.dashboard.runtime.broker;

import firedrill.dashboard.health.FailureCause;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/** A broker's files in the work folder: its data, identity, ports, configuration and log. */
final class BrokerFolder {

    private static final Duration RETRY_INTERVAL = Duration.ofMillis(100);

    private final Path path;

    BrokerFolder(WorkFolder work) {
        this.path = work.path().resolve("broker");
    }

    /** Folder of the broker's process, which names its files from there: so no path passes through an encoding. */
    Path path() {
        return path;
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Output of the broker's process. */
    Path log() {
        return path.resolve("broker.log");
    }

    /** Temporary files of the broker's process; relative to its folder. */
    Path temporary() {
        return Path.of("temporary");
    }

    /** Locked by the broker's process while it runs; relative to its folder. */
    Path lock() {
        return Path.of("process.lock");
    }

    /** Makes the folder ready: without data of earlier runs, or with them to go on with. */
    void prepare(boolean resume) throws IOException, UserFacingException, InterruptedException {
        Files.createDirectories(path);
        awaitPreviousBroker();
        Files.deleteIfExists(log());
        WorkFolder.deleteRecursively(path.resolve(temporary()));
        Files.createDirectories(path.resolve(temporary()));
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
            try (var channel = FileChannel.open(
                            path.resolve(lock()), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.tryLock()) {
                if (held != null) {
                    return;
                }
            }
            // The holder of a file lock is another process, which announces nothing.
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

    /**
     * Writes the configuration for these ports.
     *
     * @return the file's path, relative to the folder of the process
     */
    Path writeConfiguration(BrokerPorts ports) throws IOException {
        Files.writeString(portsFile(), ports.broker() + " " + ports.controller());
        var broker = "PLAINTEXT://127.0.0.1:" + ports.broker();
        var controller = "127.0.0.1:" + ports.controller();
        var configuration = commonConfiguration();
        // Kafka takes commas in it for a list, and reads the file in another encoding than that of paths.
        configuration.setProperty("log.dirs", String.valueOf(path.relativize(data())));
        configuration.setProperty("listeners", broker + ",CONTROLLER://" + controller);
        configuration.setProperty("advertised.listeners", broker);
        configuration.setProperty("controller.quorum.bootstrap.servers", controller);
        var file = path.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            configuration.store(out, null);
        }
        return path.relativize(file);
    }

    private static Properties commonConfiguration() throws IOException {
        try (var in = BrokerFolder.class.getResourceAsStream("/broker.properties")) {
            if (in == null) {
                throw new IOException("broker.properties is missing from the jar");
            }
            var properties = new Properties();
            properties.load(in);
            return properties;
        }
    }

    /**
     * Writes the class path as a file, because that of a command line may be too long; in the encoding in which Java reads
     * its arguments.
     *
     * @return the file's path, relative to the folder of the process
     */
    Path writeClassPath() throws IOException {
        var file = path.resolve("classpath.args");
        Files.writeString(file, "-cp \"" + quoted(absoluteClassPath()) + "\"\n", argumentEncoding());
        return path.relativize(file);
    }

    private static String quoted(String argument) {
        return argument.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** The process has a folder of its own, from which relative entries lead elsewhere. */
    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator), -1))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Charset argumentEncoding() {
        try {
            return Charset.forName(System.getProperty("sun.jnu.encoding", ""));
        } catch (IllegalArgumentException unknown) {
            return Charset.defaultCharset();
        }
    }

    /** The cause of the last failure in the log, in words; empty if the log cannot be read. */
    String lastError() {
        try {
            return FailureCause.ofText(Files.readString(log()));
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
