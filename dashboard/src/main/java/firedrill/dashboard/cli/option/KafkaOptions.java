package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.WorkFolder;
import firedrill.ingest.input.InputFile;
import firedrill.ingest.kafka.KafkaSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An external Kafka, as options. */
public final class KafkaOptions {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s,]+:\\d{1,5}(,[^\\s,]+:\\d{1,5})*");

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Use this Kafka instead of one of our own.")
    private @Nullable String bootstrap;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Client settings for that Kafka, for example SASL and TLS.")
    private @Nullable Path propertiesFile;

    /** The chosen Kafka, if one was chosen. */
    public Optional<KafkaSettings> externalKafka() throws UserFacingException {
        return bootstrap == null ? Optional.empty() : Optional.of(at(bootstrap));
    }

    /** The chosen Kafka, or that of the run in a work folder. */
    public KafkaSettings resolve(Path workFolder) throws UserFacingException {
        var address = bootstrap == null ? WorkFolder.readBootstrap(workFolder) : Optional.of(bootstrap);
        if (address.isEmpty()) {
            throw new UserFacingException("Nothing runs in the work folder " + workFolder
                    + ": start ./firedrill up, or name a Kafka with --bootstrap HOST:PORT.");
        }
        return at(address.get());
    }

    private KafkaSettings at(String address) throws UserFacingException {
        if (!ADDRESS.matcher(address).matches()) {
            throw new UserFacingException(
                    "--bootstrap must be HOST:PORT, several separated by commas, was " + address + ".");
        }
        return new KafkaSettings(address, properties());
    }

    private Properties properties() throws UserFacingException {
        var properties = new Properties();
        if (propertiesFile != null) {
            try {
                properties.load(new StringReader(InputFile.readText(propertiesFile)));
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new UserFacingException(
                        "--kafka-properties " + propertiesFile + ": " + unreadable.getMessage()
                                + "; name a file of key=value lines.",
                        unreadable);
            }
        }
        return properties;
    }
}
