package firedrill.scoring.job;

import firedrill.ingest.event.RangeChecks;
import firedrill.ingest.input.InputFile;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.parameters.ParameterSet;
import firedrill.scoring.engine.ScoringParameters;
import firedrill.scoring.job.settings.FlinkFolder;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.settings.JobSettings.ExecutionSettings;
import firedrill.scoring.job.settings.JobSettings.KafkaConnection;
import firedrill.scoring.job.settings.JobSettings.ScoringSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The job's command line. */
@Command(
        name = "firedrill-job",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Scores the events of an exchange.%n")
final class JobOptions {

    private static final String NO_CHECKPOINTS = "none";

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "Kafka.")
    private String bootstrap = "";

    @Option(
            names = "--checkpoints",
            required = true,
            paramLabel = "FOLDER|none",
            description = "Folder of saved state, a path or a URI that every task manager can access.")
    private String checkpoints = NO_CHECKPOINTS;

    @Option(
            names = {"--checkpoint-interval-millis", "--checkpoint-every-millis"},
            paramLabel = "N",
            description = "Interval of checkpoints (5000).")
    private long checkpointIntervalMillis =
            ExecutionSettings.DEFAULT.checkpointInterval().toMillis();

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Parallelism of the keyed operators and of the decision (1).")
    private int parallelism = ExecutionSettings.DEFAULT.parallelism();

    @Option(
            names = "--buffer-timeout-millis",
            paramLabel = "N",
            description = "Network buffer timeout of each operator; 0 sends each event at once (0).")
    private long bufferTimeoutMillis = ExecutionSettings.DEFAULT.bufferTimeout().toMillis();

    @Option(
            names = "--budget-millis",
            paramLabel = "N",
            description = "Age of an event from which the rules decide it (40).")
    private long budgetMillis = ScoringSettings.DEFAULT.latencyBudget().toMillis();

    @Option(
            names = "--delivery",
            paramLabel = "GUARANTEE",
            description = "Delivery of decisions: at-least-once, or exactly-once, which breaks the latency budget.")
    private String delivery = "at-least-once";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Initial model, used until the registry has a champion (the bundled model); readable by every"
                    + " task manager.")
    private @Nullable String model;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Rule file (the bundled rules); readable by every task manager.")
    private @Nullable String rules;

    @Option(
            names = "--load-journal",
            paramLabel = "FOLDER",
            description = "Folder where each task manager notes the models that it is loading, local to its machine: a"
                    + " model whose load ended the process is not loaded again (none).")
    private @Nullable String loadJournal;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Properties passed to every Kafka client, for example SASL and TLS.")
    private @Nullable Path kafkaProperties;

    @Option(
            names = "--run-start",
            paramLabel = "TIME",
            description =
                    "Simulated start of the run, as in 2026-01-05T00:00:00Z: bounds the times of the first records"
                            + " (unknown: the first records are believed).")
    private @Nullable String runStart;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Sets a parameter of the policy or the drift monitor, as in drift.windowMinutes=30;"
                    + " repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** @throws IllegalArgumentException with one sentence that says what is wrong, and the usage */
    static JobSettings parse(String... arguments) {
        JobOptions options = new JobOptions();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments);
            return options.settings();
        } catch (CommandLine.ParameterException | ParameterException | IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "\n" + line.getUsageMessage(Ansi.OFF), e);
        }
    }

    private JobSettings settings() throws ParameterException {
        return new JobSettings(
                new KafkaConnection(bootstrap, deliveryGuarantee(), properties()),
                new ExecutionSettings(
                        parallelism,
                        Duration.ofMillis(bufferTimeoutMillis),
                        checkpointUri(),
                        Duration.ofMillis(checkpointIntervalMillis)),
                new ScoringSettings(
                        model,
                        rules,
                        Duration.ofMillis(budgetMillis),
                        Clock.systemUTC(),
                        parameters(),
                        runStartMillis(),
                        loadJournal));
    }

    private ScoringParameters parameters() throws ParameterException {
        ParameterSet set = ParameterSet.load(ScoringParameters.MODULES);
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            set = set.with(override.getKey(), override.getValue());
        }
        return ScoringParameters.of(set);
    }

    private @Nullable Long runStartMillis() {
        if (runStart == null) {
            return null;
        }
        try {
            long millis = Instant.parse(runStart).toEpochMilli();
            RangeChecks.requireTime(millis, "--run-start");
            return millis;
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "--run-start must be a time such as 2026-01-05T00:00:00Z, was " + runStart, e);
        }
    }

    private @Nullable String checkpointUri() {
        if (checkpoints.equals(NO_CHECKPOINTS)) {
            return null;
        }
        return checkpoints.contains("://") ? checkpoints : FlinkFolder.text(Path.of(checkpoints));
    }

    private DeliveryGuarantee deliveryGuarantee() {
        return switch (delivery) {
            case "at-least-once" -> DeliveryGuarantee.AT_LEAST_ONCE;
            case "exactly-once" -> DeliveryGuarantee.EXACTLY_ONCE;
            default ->
                throw new IllegalArgumentException("--delivery must be at-least-once or exactly-once, was " + delivery);
        };
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (kafkaProperties != null) {
            try {
                properties.load(new StringReader(InputFile.readText(kafkaProperties)));
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException("--kafka-properties " + kafkaProperties + ": " + e.getMessage(), e);
            }
        }
        return properties;
    }
}
