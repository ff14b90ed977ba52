package firedrill.dashboard.cli;

import firedrill.dashboard.bench.LabBench;
import firedrill.dashboard.bench.LatencyBench;
import firedrill.dashboard.bench.LatencyBench.Load;
import firedrill.dashboard.bench.LatencyResult;
import firedrill.dashboard.bench.MedianRatio;
import firedrill.dashboard.bench.ScorerBench;
import firedrill.dashboard.bench.ScorerResult;
import firedrill.dashboard.bench.ShadowBench;
import firedrill.dashboard.bench.SwapBench;
import firedrill.ingest.incident.BadScenarioException;
import firedrill.ingest.incident.Scenarios;
import firedrill.ingest.publish.BrokerException;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.ingest.publish.TopicSetup;
import firedrill.scoring.job.JobSettings;
import firedrill.scoring.training.ModelPairs;
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

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HIGHEST_RATE = 1_000_000;
    private static final int LONGEST_SECONDS = 3_600;
    private static final int MOST_ROWS = 10_000_000;
    private static final int MOST_TREES = 1_000;
    /** Shorter slices would hold too few answers for a 99.9th percentile. */
    private static final int SHORTEST_SECONDS = 12;

    @Command(
            name = "latency",
            description = "Decision latency of the whole pipeline, against a bare Kafka relay on the same broker.")
    int latency(@Mixin LoadOptions options, @Mixin WorkOption work, @Mixin Console console)
            throws CliFailure, BadScenarioException, BrokerException, InterruptedException, ExecutionException {
        return measured(
                options,
                work,
                console,
                (load, kafka) -> print(LatencyBench.run(load, kafka, Scenarios.named("quiet"), console::say), console));
    }

    @Command(
            name = "swap",
            description = "Decision latency while the champion is swapped ten times a second, against without.")
    int swap(@Mixin LoadOptions options, @Mixin WorkOption work, @Mixin Console console)
            throws CliFailure, BadScenarioException, BrokerException, InterruptedException, ExecutionException {
        return measured(options, work, console, (load, kafka) -> {
            var result = SwapBench.run(load, kafka, Scenarios.named("quiet"), console::say);
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
                                    result.missing(),
                                    result.duplicates(),
                                    result.foreign()));
            console.print("p99 steady %.1f ms, while swapping %.1f ms, ratio %.2f"
                    .formatted(result.steadyP99Millis(), result.swapP99Millis(), result.ratio()));
        });
    }

    @Command(
            name = "shadow",
            description = "Decision latency while a challenger watches every decision, against without.")
    int shadow(@Mixin LoadOptions options, @Mixin WorkOption work, @Mixin Console console)
            throws CliFailure, BadScenarioException, BrokerException, InterruptedException, ExecutionException {
        return measured(options, work, console, (load, kafka) -> {
            var result = ShadowBench.run(load, kafka, Scenarios.named("quiet"), console::say);
            if (console.isJson()) {
                console.printJson(result);
                return;
            }
            console.print("%d events/s, %,d decisions watched; without p50 %.1f p99 %.1f ms, with p50 %.1f p99 %.1f ms"
                    .formatted(
                            result.ratePerSecond(),
                            result.scored(),
                            result.withoutP50Millis(),
                            result.withoutP99Millis(),
                            result.withP50Millis(),
                            result.withP99Millis()));
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

        Load load() throws CliFailure {
            requireWithin("--rate", rate, 1, HIGHEST_RATE);
            requireWithin("--seconds", seconds, SHORTEST_SECONDS, LONGEST_SECONDS);
            return new Load(rate, Duration.ofSeconds(seconds), seed);
        }
    }

    /** What is measured on a job that runs. */
    private interface Measurement {
        void run(Load load, KafkaSettings kafka)
                throws CliFailure, BadScenarioException, InterruptedException, ExecutionException;
    }

    private static int measured(LoadOptions options, WorkOption work, Console console, Measurement measurement)
            throws CliFailure, BadScenarioException, BrokerException, InterruptedException, ExecutionException {
        var load = options.load();
        // A folder of its own: a run beside it keeps its data.
        try (var folder = work.open("bench");
                var broker = BrokerProcess.start(folder, false, console::say)) {
            var kafka = KafkaSettings.at(broker.bootstrap());
            TopicSetup.create(kafka, 1, PATIENCE);
            try (var flink = LocalFlink.scoring(JobSettings.at(broker.bootstrap()), folder, false)) {
                console.say("broker and job run" + (flink.isRunning() ? "" : " not") + "; measuring for about "
                        + load.measured().multipliedBy(3).dividedBy(2).toSeconds() + " s");
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
            @Mixin Console console)
            throws CliFailure, BadScenarioException {
        requireWithin("--users", users, 1_000, 1_000_000);
        requireWithin("--hours", hours, 1, 24 * 365);
        console.say("running " + hours + " simulated hours with " + users + " users");
        var player = LabCommand.operator(operator);
        var lab = LabCommand.shipped(users);
        print(LabBench.run(lab, Scenarios.named("quiet"), player, users, seed, Duration.ofHours(hours)), console);
        return 0;
    }

    private static void print(LabBench.Result result, Console console) {
        if (console.isJson()) {
            console.printJson(result);
            return;
        }
        console.print("%,.0f events a second of one core (%,d events); heap after each sixth of the run: %s MB"
                .formatted(
                        result.eventsPerSecond(),
                        result.events(),
                        result.megabytes().stream().map("%.0f"::formatted).collect(Collectors.joining(", "))));
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
            throws CliFailure {
        requireWithin("--rows", rows, 1, MOST_ROWS);
        requireWithin("--trees", trees, 2, MOST_TREES);
        try {
            var pairs = ModelPairs.train(
                    trees, (step, steps, what) -> console.say("%d/%d %s".formatted(step, steps, what)));
            print(ScorerBench.run(pairs, rows, console::say), console);
            return 0;
        } catch (UntrainableException poor) {
            throw new CliFailure("There is nothing to measure: " + poor.getMessage() + ".", poor);
        }
    }

    private static void requireWithin(String option, long value, long least, long most) throws CliFailure {
        if (value < least || value > most) {
            throw new CliFailure(option + " must be from " + least + " to " + most + ", was " + value + ".");
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
                                        ratio.mayBeOne() ? ", no difference could be measured" : ""));
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

    private static String inWords(String name, LatencyResult.Leg leg) {
        return "%-10s p50 %.1f   p99 %.1f   p99.9 %.1f   lost %d"
                .formatted(name, leg.p50Millis(), leg.p99Millis(), leg.p999Millis(), leg.lost());
    }
}
