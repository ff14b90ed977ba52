package firedrill.dashboard.cli;

import firedrill.ingest.publish.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Somebody else's Kafka, as options. */
final class KafkaOptions {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s,]+:\\d{1,5}(,[^\\s,]+:\\d{1,5})*");

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Use this Kafka instead of one of our own.")
    private @Nullable String bootstrap;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Client settings for that Kafka, for example SASL and TLS.")
    private @Nullable Path propertiesFile;

    /** The chosen Kafka, if one was chosen. */
    Optional<KafkaSettings> chosen() throws CliFailure {
        return bootstrap == null ? Optional.empty() : Optional.of(at(bootstrap));
    }

    /** The chosen Kafka, or that of the run in a work folder. */
    KafkaSettings chosenOrRunning(Path workFolder) throws CliFailure {
        var address = bootstrap == null ? WorkFolder.address(workFolder) : Optional.of(bootstrap);
        if (address.isEmpty()) {
            throw new CliFailure("Nothing runs in the work folder " + workFolder
                    + ": start ./firedrill up, or name a Kafka with --bootstrap HOST:PORT.");
        }
        return at(address.get());
    }

    private KafkaSettings at(String address) throws CliFailure {
        if (!ADDRESS.matcher(address).matches()) {
            throw new CliFailure("--bootstrap must be HOST:PORT, several separated by commas, was " + address + ".");
        }
        return new KafkaSettings(address, properties());
    }

    private Properties properties() throws CliFailure {
        var properties = new Properties();
        if (propertiesFile != null) {
            try (var reader = Files.newBufferedReader(propertiesFile)) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new CliFailure(
                        "--kafka-properties " + propertiesFile + " cannot be read (" + WorkFolder.reason(unreadable)
                                + "): name a file of key=value lines.",
                        unreadable);
            }
        }
        return properties;
    }
}
