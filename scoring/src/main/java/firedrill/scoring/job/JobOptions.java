package firedrill.scoring.job;

import firedrill.scoring.job.settings.JobSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.jspecify.annotations.Nullable;

/** The job's command line: pairs of {@code --name value}, each at most once; see {@link #USAGE}. */
final class JobOptions {

    static final String USAGE = """
            --bootstrap HOST:PORT         Kafka; required
            --checkpoints FOLDER|none     where state is saved, a path or a URI that every task manager sees; required
            --checkpoint-every-millis N   how often state is saved (5000)
            --parallelism N               of the keyed hops and the decision (1)
            --buffer-timeout-millis N     how long a hop may hold an event back; 0 sends each at once (0)
            --budget-millis N             an event that arrives older than this is decided by the rules (40)
            --delivery GUARANTEE          of decisions: at-least-once, or exactly-once, which breaks the latency budget
            --model FILE                  what it begins with instead of the shipped model, until the registry names a
                                          champion; seen by every task manager
            --rules FILE                  other rules than the shipped ones, seen by every task manager
            --kafka-properties FILE       passed through to every Kafka client, for example SASL and TLS
            """;

    private static final Set<String> NAMES = Set.of(
            "bootstrap",
            "checkpoints",
            "checkpoint-every-millis",
            "parallelism",
            "buffer-timeout-millis",
            "budget-millis",
            "delivery",
            "model",
            "rules",
            "kafka-properties");

    private final Map<String, String> given;

    private JobOptions(Map<String, String> given) {
        this.given = given;
    }

    /** @throws IllegalArgumentException with one sentence that says what is wrong, and the usage */
    static JobSettings parse(String... arguments) {
        try {
            return new JobOptions(pairs(arguments)).settings();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(wrong.getMessage() + "\n" + USAGE, wrong);
        }
    }

    private static Map<String, String> pairs(String... arguments) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int index = 0; index < arguments.length; index += 2) {
            String name = arguments[index].startsWith("--") ? arguments[index].substring(2) : "";
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown option " + arguments[index] + ", there are " + new TreeSet<>(NAMES));
            }
            if (index + 1 == arguments.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            }
            if (pairs.put(name, arguments[index + 1]) != null) {
                throw new IllegalArgumentException("--" + name + " is given twice");
            }
        }
        return pairs;
    }

    private JobSettings settings() {
        JobSettings.ExecutionSettings usual = JobSettings.ExecutionSettings.DEFAULT;
        JobSettings.ScoringSettings judging = JobSettings.ScoringSettings.DEFAULT;
        return new JobSettings(
                new JobSettings.KafkaConnection(required("bootstrap"), delivery(), kafkaProperties()),
                new JobSettings.ExecutionSettings(
                        Math.toIntExact(number("parallelism", usual.parallelism())),
                        millis("buffer-timeout-millis", usual.bufferTimeout()),
                        checkpoints(),
                        millis("checkpoint-every-millis", usual.checkpointInterval())),
                new JobSettings.ScoringSettings(
                        given.get("model"),
                        given.get("rules"),
                        millis("budget-millis", judging.latencyBudget()),
                        Clock.systemUTC()));
    }

    private String required(String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("--" + name + " is required");
        }
        return value;
    }

    private @Nullable String checkpoints() {
        String folder = required("checkpoints");
        if (folder.equals("none")) {
            return null;
        }
        return folder.contains("://") ? folder : Path.of(folder).toUri().toString();
    }

    private DeliveryGuarantee delivery() {
        String chosen = given.getOrDefault("delivery", "at-least-once");
        return switch (chosen) {
            case "at-least-once" -> DeliveryGuarantee.AT_LEAST_ONCE;
            case "exactly-once" -> DeliveryGuarantee.EXACTLY_ONCE;
            default ->
                throw new IllegalArgumentException("--delivery must be at-least-once or exactly-once, was " + chosen);
        };
    }

    private Properties kafkaProperties() {
        Properties properties = new Properties();
        String file = given.get("kafka-properties");
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("--kafka-properties cannot be read: " + unreadable, unreadable);
            }
        }
        return properties;
    }

    private Duration millis(String name, Duration usual) {
        return Duration.ofMillis(number(name, usual.toMillis()));
    }

    private long number(String name, long usual) {
        String text = given.get(name);
        if (text == null) {
            return usual;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("--" + name + " must be a whole number, was " + text, notANumber);
        }
    }
}
