package firedrill.dashboard.cli;

import firedrill.dashboard.bench.LatencyBench;
import firedrill.dashboard.bench.LatencyBench.Load;
import firedrill.dashboard.bench.LatencyResult;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenarios;
import firedrill.ingest.publish.BrokerException;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.ingest.publish.TopicSetup;
import firedrill.scoring.job.JobSettings;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill bench}: figures that compare two things in the same run. */
@Command(
        name = "bench",
        description = "Measure, against a limit in the same run.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BenchFeaturesCommand.class)
final class BenchCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HIGHEST_RATE = 1_000_000;
    private static final int LONGEST_SECONDS = 3_600;
    /** Shorter slices would hold too few answers for a 99.9th percentile. */
    private static final int SHORTEST_SECONDS = 12;

    @Command(
            name = "latency",
            description = "Decision latency of the whole pipeline, against a bare Kafka relay on the same broker.")
    int latency(
            @Option(
                            names = "--rate",
                            paramLabel = "N",
                            defaultValue = "2000",
                            description = "Events per second (${DEFAULT-VALUE}).")
                    int rate,
            @Option(
                            names = "--seconds",
                            paramLabel = "S",
                            defaultValue = "60",
                            description = "Time under measurement (${DEFAULT-VALUE}); half as much again warms up.")
                    int seconds,
            @Option(names = "--seed", defaultValue = "7", description = "Of the recorded world (${DEFAULT-VALUE}).")
                    long seed,
            @Mixin WorkOption work,
            @Mixin Console console)
            throws CliFailure, BadScenarioException, BrokerException, InterruptedException, ExecutionException {
        requireWithin("--rate", rate, 1, HIGHEST_RATE);
        requireWithin("--seconds", seconds, SHORTEST_SECONDS, LONGEST_SECONDS);
        // A folder of its own: a run beside it keeps its data.
        try (var folder = work.open("bench");
                var broker = BrokerProcess.start(folder, false, console::say)) {
            var kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, PATIENCE);
            try (var flink = LocalFlink.scoring(JobSettings.at(broker.bootstrap()), folder, false)) {
                console.say("broker and job run" + (flink.isRunning() ? "" : " not") + "; measuring for about "
                        + (seconds + seconds / 2) + " s");
                var load = new Load(rate, Duration.ofSeconds(seconds), seed);
                print(LatencyBench.run(load, kafka, Scenarios.named("quiet"), console::say), console);
            }
        }
        return 0;
    }

    private static void requireWithin(String option, long value, long least, long most) throws CliFailure {
        if (value < least || value > most) {
            throw new CliFailure(option + " must be from " + least + " to " + most + ", was " + value + ".");
        }
    }

    private static void print(LatencyResult result, Console console) {
        if (console.isJson()) {
            console.printJson(result);
            return;
        }
        console.print("%d events/s; milliseconds from due to decided, medians of %d turns of %.1f s"
                .formatted(result.ratePerSecond(), result.slices(), result.secondsPerSlice()));
        console.print(inWords("pipeline", result.pipeline()));
        console.print(inWords("relay", result.relay()));
        console.print("ratio      p50 %.2f   p99 %.2f".formatted(result.ratioP50(), result.ratioP99()));
    }

    private static String inWords(String name, LatencyResult.Leg leg) {
        return "%-10s p50 %.1f   p99 %.1f   p99.9 %.1f   lost %d"
                .formatted(name, leg.p50Millis(), leg.p99Millis(), leg.p999Millis(), leg.lost());
    }
}
