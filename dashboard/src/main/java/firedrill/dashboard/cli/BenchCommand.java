package firedrill.dashboard.cli;

import firedrill.dashboard.bench.LabBench;
import firedrill.dashboard.bench.LatencyBench;
import firedrill.dashboard.bench.LatencyBench.LoadSpec;
import firedrill.dashboard.bench.LatencyResult;
import firedrill.dashboard.bench.MedianRatio;
import firedrill.dashboard.bench.ScorerBench;
import firedrill.dashboard.bench.ScorerResult;
import firedrill.dashboard.bench.ShadowBench;
import firedrill.dashboard.bench.SwapBench;
import firedrill.dashboard.cli.option.ParameterOptions;
import firedrill.dashboard.cli.option.WorkFolderOption;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private static final Duration TOPIC_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_RATE = 1_000_000;
    private static final int MAX_SECONDS = 3_600;
    private static final int MAX_ROWS = 10_000_000;
    private static final int MAX_TREES = 1_000;
    /** Shorter slices would hold too few answers for a 99.9th percentile. */
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
                (load, kafka) -> print(
                        LatencyBench.run(load, kafka, ScenarioCatalogue.load("quiet"), console::progress), console));
    }

    @Command(
            name = "swap",
            description = "Decision latency while the champion is swapped ten times a second, against without.")
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
                    "%,d swaps under %d events/s: %,d decisions, %d missing, %d twice, %d by a model nobody announced"
                            .formatted(
                                    result.swaps(),
                                    result.ratePerSecond(),
                                    result.decisions(),
                                    result.lost(),
                                    result.duplicates(),
                                    result.unknownModel()));
            console.print("p99 steady %.1f ms, while swapping %.1f ms, ratio %.2f"
                    .formatted(result.controlP99Millis(), result.swapP99Millis(), result.ratio()));
        });
    }

    @Command(
            name = "shadow",
            description = "Decision latency while a challenger watches every decision, against without.")
    int shadow(@Mixin LoadOptions options, @Mixin WorkFolderOption work, @Mixin Console console)
            throws UserFacingException, BadScenarioException, BrokerException, InterruptedException,
                    ExecutionException {
        return measure(options, work, console, (load, kafka) -> {
            var result = ShadowBench.run(load, kafka, ScenarioCatalogue.load("quiet"), console::progress);
            if (console.isJson()) {
                console.printJson(result);
                return;
            }
            console.print("%d events/s, %,d decisions watched; without p50 %.1f p99 %.1f ms, with p50 %.1f p99 %.1f ms"
                    .formatted(
                            result.ratePerSecond(),
                            result.scored(),
                            result.controlP50Millis(),
                            result.controlP99Millis(),
                            result.shadowP50Millis(),
                            result.shadowP99Millis()));
            print("p50", result.ratioP50(), console);
            print("p99", result.ratioP99(), console);
        });
    }

    /** How much is sent, and for how long. */
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

        @Option(names = "--seed", defaultValue = "7", description = "Of the recorded world (${DEFAULT-VALUE}).")
        private long seed;

        LoadSpec load() throws UserFacingException {
            requireWithin("--rate", rate, 1, MAX_RATE);
            requireWithin("--seconds", seconds, MIN_SECONDS, MAX_SECONDS);
            return new LoadSpec(rate, Duration.ofSeconds(seconds), seed);
        }
    }

    /** What is measured on a job that runs. */
    private interface Measurement {
        void run(LoadSpec load, KafkaSettings kafka)
                throws UserFacingException, BadScenarioException, InterruptedException, ExecutionException;
    }

    private static int measure(LoadOptions options, WorkFolderOption work, Console console, Measurement measurement)
            throws UserFacingException, BadScenarioException, BrokerException, InterruptedException,
                    ExecutionException {
        var load = options.load();
        // A folder of its own: a run beside it keeps its data.
        try (var folder = work.open("bench");
                var broker = BrokerProcess.start(folder, false, console::progress)) {
            var kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, TOPIC_TIMEOUT);
            try (var flink =
                    FlinkMiniCluster.startScoringJob(JobSettings.forBootstrap(broker.bootstrap()), folder, false)) {
                console.progress("broker and job run" + (flink.isRunning() ? "" : " not") + "; measuring for about "
                        + load.measuredTime().multipliedBy(3).dividedBy(2).toSeconds() + " s");
                measurement.run(load, kafka);
            }
        }
        return 0;
    }

    @Command(name = "lab", description = "Events that the lab gets through in a second of one core, and its memory.")
    int lab(
            @Option(names = "--users", defaultValue = "10000", description = "Accounts (${DEFAULT-VALUE}).") int users,
            @Option(
                            names = "--hours",
                            paramLabel = "N",
                            defaultValue = "240",
                            description = "Simulated (${DEFAULT-VALUE}); the first third warms up.")
                    int hours,
            @Option(
                            names = "--operator",
                            paramLabel = "NAME",
                            defaultValue = "do-nothing",
                            description =
                                    "As in lab run (${DEFAULT-VALUE}); under allow-all hardly anybody leaves, however long it lasts.")
                    String operator,
            @Option(names = "--seed", defaultValue = "7", description = "Of the world (${DEFAULT-VALUE}).") long seed,
            @Mixin ParameterOptions parameters,
            @Mixin Console console)
            throws UserFacingException, BadScenarioException {
        requireWithin("--users", users, 1_000, 1_000_000);
        requireWithin("--hours", hours, 1, 24 * 365);
        console.progress("running " + hours + " simulated hours with " + users + " users");
        var player = LabCommand.parseOperator(operator);
        var lab = LabCommand.defaultLab(
                ExchangeSettings.DEFAULT.withUsers(users).withWorld(parameters.worldParameters()));
        print(
                LabBench.run(lab, ScenarioCatalogue.load("quiet"), player, users, seed, Duration.ofHours(hours)),
                console);
        return 0;
    }

    private static void print(LabBench.LabBenchResult result, Console console) {
        if (console.isJson()) {
            console.printJson(result);
            return;
        }
        console.print("%,.0f events a second of one core (%,d events); heap after each sixth of the run: %s MB"
                .formatted(
                        result.eventsPerSecond(),
                        result.events(),
                        result.heapMegabytes().stream().map("%.0f"::formatted).collect(Collectors.joining(", "))));
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
                            description = "Of the random forest (${DEFAULT-VALUE}).")
                    int trees,
            @Mixin Console console)
            throws UserFacingException {
        requireWithin("--rows", rows, 1, MAX_ROWS);
        requireWithin("--trees", trees, 2, MAX_TREES);
        try {
            var pairs = BenchmarkModels.train(trees, console::progress);
            print(ScorerBench.run(pairs, rows, console::progress), console);
            return 0;
        } catch (UntrainableException poor) {
            throw new UserFacingException("There is nothing to measure: " + poor.getMessage() + ".", poor);
        }
    }

    private static void requireWithin(String option, long value, long least, long most) throws UserFacingException {
        if (value < least || value > most) {
            throw new UserFacingException(option + " must be from " + least + " to " + most + ", was " + value + ".");
        }
    }

    private static void print(String percentile, MedianRatio ratio, Console console) {
        console.print(
                ratio.low() == null || ratio.high() == null
                        ? "%s: ratio %.2f".formatted(percentile, ratio.median())
                        : "%s: ratio %.2f (%.2f to %.2f)%s"
                                .formatted(
                                        percentile,
                                        ratio.median(),
                                        ratio.low(),
                                        ratio.high(),
                                        ratio.includesOne() ? ", no difference could be measured" : ""));
    }

    private static void print(LatencyResult result, Console console) {
        if (console.isJson()) {
            console.printJson(result);
            return;
        }
        console.print("%d events/s; milliseconds from due to decided, medians of %d turns of %.1f s"
                .formatted(result.ratePerSecond(), result.slices(), result.secondsPerSlice()));
        console.print(format("pipeline", result.pipeline()));
        console.print(format("relay", result.relay()));
        console.print("ratio      p50 %.2f   p99 %.2f".formatted(result.ratioP50(), result.ratioP99()));
    }

    private static void print(ScorerResult result, Console console) {
        if (console.isJson()) {
            console.printJson(result);
            return;
        }
        console.print("CPU time per score, medians of %d turns; difference over %,d rows; %d cores, Java %s, %s"
                .formatted(
                        result.slices(),
                        result.rows(),
                        result.machine().cores(),
                        result.machine().java(),
                        result.machine().os()));
        console.print("%-15s %12s %12s %10s %15s %12s %12s %12s"
                .formatted(
                        "model",
                        "Tribuo",
                        "compiled",
                        "faster by",
                        "max difference",
                        "bytes/score",
                        "whole event",
                        "explained"));
        for (var model : result.models()) {
            console.print("%-15s %,9.0f ns %,9.1f ns %9.1f x %15.1e %12.1f %12s %12s"
                    .formatted(
                            model.name(),
                            model.tribuoNanos(),
                            model.compiledNanos(),
                            model.speedup(),
                            model.maxAbsDifference(),
                            model.bytesPerScore(),
                            nanos(model.eventNanos()),
                            nanos(model.explainNanos())));
        }
    }

    private static String nanos(@Nullable Double nanos) {
        return nanos == null ? "-" : "%,.0f ns".formatted(nanos);
    }

    private static String format(String name, LatencyResult.RouteLatency leg) {
        return "%-10s p50 %.1f   p99 %.1f   p99.9 %.1f   lost %d"
                .formatted(name, leg.p50Millis(), leg.p99Millis(), leg.p999Millis(), leg.lost());
    }
}
