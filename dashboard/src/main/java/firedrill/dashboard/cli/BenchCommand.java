package firedrill.dashboard.cli;

import firedrill.dashboard.bench.LabBench;
import firedrill.dashboard.bench.LatencyBench;
import firedrill.dashboard.bench.LatencyBench.LoadSpec;
import firedrill.dashboard.bench.ScorerBench;
import firedrill.dashboard.bench.ShadowBench;
import firedrill.dashboard.bench.SwapBench;
import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.option.ParameterOptions;
import firedrill.dashboard.cli.option.WorkFolderOption;
import firedrill.dashboard.cli.output.BenchOutput;
import firedrill.dashboard.cli.output.Console;
import firedrill.dashboard.runtime.UserFacingException;
import firedrill.dashboard.runtime.broker.BrokerProcess;
import firedrill.dashboard.runtime.flink.FlinkMiniCluster;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.kafka.BrokerException;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.TopicSetup;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.training.BenchmarkModels;
import firedrill.scoring.training.UntrainableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill bench}: measurements in pairs. */
@Command(
        name = "bench",
        description = "Benchmarks, each against a reference measured in the same run.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BenchFeaturesCommand.class)
final class BenchCommand {

    private static final Duration TOPIC_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_RATE = 1_000_000;
    private static final int MAX_SECONDS = 3_600;
    private static final int MAX_ROWS = 10_000_000;
    private static final int MAX_TREES = 1_000;
    /** Shorter slices hold too few answers for a 99.9th percentile. */
    private static final int MIN_SECONDS = 12;

    @Command(
            name = "latency",
            description = "Decision latency of the whole pipeline, against a bare Kafka relay on the same broker.")
    int latency(@Mixin LoadOptions options, @Mixin WorkFolderOption work, @Mixin Console console)
            throws UserFacingException, BadScenarioException, BrokerException, InterruptedException,
                    ExecutionException {
        return measure(
                options,
                work,
                console,
                (load, kafka) -> BenchOutput.print(
                        LatencyBench.run(load, kafka, ScenarioCatalogue.load("quiet"), console::progress), console));
    }

    @Command(name = "swap", description = "Decision latency under ten champion swaps a second, relative to none.")
    int swap(@Mixin LoadOptions options, @Mixin WorkFolderOption work, @Mixin Console console)
            throws UserFacingException, BadScenarioException, BrokerException, InterruptedException,
                    ExecutionException {
        return measure(options, work, console, (load, kafka) -> {
            var result = SwapBench.run(load, kafka, ScenarioCatalogue.load("quiet"), console::progress);
            if (console.isJson()) {
                console.printJson(result);
                return;
            }
            console.print(
                    "%,d swaps under %d events/s: %,d decisions, %d missing, %d duplicates, %d by unannounced models"
                            .formatted(
                                    result.swaps(),
                                    result.ratePerSecond(),
                                    result.decisions(),
                                    result.lost(),
                                    result.duplicates(),
                                    result.unknownModel()));
            console.print("p99 steady %.1f ms, under swaps %.1f ms, ratio %.2f"
                    .formatted(result.controlP99Millis(), result.swapP99Millis(), result.ratio()));
        });
    }

    @Command(
            name = "shadow",
            description = "Decision latency while a challenger shadows every decision, relative to none.")
    int shadow(@Mixin LoadOptions options, @Mixin WorkFolderOption work, @Mixin Console console)
            throws UserFacingException, BadScenarioException, BrokerException, InterruptedException,
                    ExecutionException {
        return measure(options, work, console, (load, kafka) -> {
            var result = ShadowBench.run(load, kafka, ScenarioCatalogue.load("quiet"), console::progress);
            if (console.isJson()) {
                console.printJson(result);
                return;
            }
            console.print(
                    "%d events/s, %,d decisions shadowed; control p50 %.1f p99 %.1f ms, shadow p50 %.1f p99 %.1f ms"
                            .formatted(
                                    result.ratePerSecond(),
                                    result.scored(),
                                    result.controlP50Millis(),
                                    result.controlP99Millis(),
                                    result.shadowP50Millis(),
                                    result.shadowP99Millis()));
            BenchOutput.print("p50", result.ratioP50(), console);
            BenchOutput.print("p99", result.ratioP99(), console);
        });
    }

    /** Rate and duration of the load. */
    static final class LoadOptions {

        @Option(
                names = "--rate",
                paramLabel = "N",
                defaultValue = "2000",
                description = "Events per second (${DEFAULT-VALUE}).")
        private int rate;

        @Option(
                names = "--seconds",
                paramLabel = "S",
                defaultValue = "60",
                description = "Time under measurement (${DEFAULT-VALUE}); up to half as much again warms up.")
        private int seconds;

        @Option(names = "--seed", defaultValue = "7", description = "Random seed (${DEFAULT-VALUE}).")
        private long seed;

        LoadSpec load() throws UserFacingException {
            OptionRange.require("--rate", rate, 1, MAX_RATE);
            OptionRange.require("--seconds", seconds, MIN_SECONDS, MAX_SECONDS);
            return new LoadSpec(rate, Duration.ofSeconds(seconds), seed);
        }
    }

    /** A measurement on a running job. */
    private interface Measurement {
        void run(LoadSpec load, KafkaSettings kafka)
                throws UserFacingException, BadScenarioException, InterruptedException, ExecutionException;
    }

    private static int measure(LoadOptions options, WorkFolderOption work, Console console, Measurement measurement)
            throws UserFacingException, BadScenarioException, BrokerException, InterruptedException,
                    ExecutionException {
        var load = options.load();
        // A folder of its own, so that the data of a run are kept.
        try (var folder = work.open("bench");
                var broker = BrokerProcess.start(folder, false, console::progress)) {
            var kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, TOPIC_TIMEOUT);
            try (var flink =
                    FlinkMiniCluster.startScoringJob(JobSettings.forBootstrap(broker.bootstrap()), folder, false)) {
                console.progress("broker and job are " + (flink.isRunning() ? "" : "not ")
                        + "running; measuring for about "
                        + load.measuredTime().multipliedBy(3).dividedBy(2).toSeconds() + " s");
                measurement.run(load, kafka);
            }
        }
        return 0;
    }

    @Command(name = "lab", description = "Events per second of the lab on one core, and its memory.")
    int lab(
            @Option(names = "--users", defaultValue = "10000", description = "Accounts (${DEFAULT-VALUE}).") int users,
            @Option(
                            names = "--hours",
                            paramLabel = "N",
                            defaultValue = "240",
                            description = "Simulated hours (${DEFAULT-VALUE}); the first third warms up.")
                    int hours,
            @Option(
                            names = "--operator",
                            paramLabel = "NAME",
                            defaultValue = "do-nothing",
                            description =
                                    "Operator as in lab run (${DEFAULT-VALUE}); allow-all keeps the number of users stable.")
                    String operator,
            @Option(names = "--seed", defaultValue = "7", description = "Random seed (${DEFAULT-VALUE}).") long seed,
            @Mixin ParameterOptions parameters,
            @Mixin Console console)
            throws UserFacingException, BadScenarioException {
        OptionRange.require("--users", users, 1_000, 1_000_000);
        OptionRange.require("--hours", hours, 1, 24 * 365);
        console.progress("running " + hours + " simulated hours with " + users + " users");
        var player = LabCommand.parseOperator(operator);
        var lab = LabCommand.defaultLab(
                ExchangeSettings.DEFAULT.withUsers(users).withWorld(parameters.worldParameters()));
        BenchOutput.print(
                LabBench.run(lab, ScenarioCatalogue.load("quiet"), player, users, seed, Duration.ofHours(hours)),
                console);
        return 0;
    }

    @Command(name = "scorer", description = "Compiled models against Tribuo's own predictions, in this process.")
    int scorer(
            @Option(
                            names = "--rows",
                            paramLabel = "N",
                            defaultValue = "100000",
                            description = "Random rows to compare scores on (${DEFAULT-VALUE}).")
                    int rows,
            @Option(
                            names = "--trees",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "Trees of the random forest (${DEFAULT-VALUE}).")
                    int trees,
            @Mixin Console console)
            throws UserFacingException {
        OptionRange.require("--rows", rows, 1, MAX_ROWS);
        OptionRange.require("--trees", trees, 2, MAX_TREES);
        try {
            var pairs = BenchmarkModels.train(trees, console::progress);
            BenchOutput.print(ScorerBench.run(pairs, rows, console::progress), console);
            return 0;
        } catch (UntrainableException poor) {
            throw new UserFacingException("Cannot train the benchmark models: " + poor.getMessage() + ".", poor);
        }
    }
}
