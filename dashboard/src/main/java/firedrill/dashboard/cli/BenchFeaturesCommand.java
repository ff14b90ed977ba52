package firedrill.dashboard.cli;

import com.sun.management.OperatingSystemMXBean;
import firedrill.dashboard.bench.FeatureBench;
import firedrill.dashboard.bench.FeatureResult;
import firedrill.dashboard.cli.option.OptionRange;
import firedrill.dashboard.cli.output.Console;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill bench features}: CPU cost of an event, and its growth with the size of the state. */
@Command(
        name = "features",
        description = "CPU time of the features per event, and how it grows with events per key and with keys.")
final class BenchFeaturesCommand implements Callable<Integer> {

    private static final int MIN_KEYS = 1_000;
    private static final int MAX_KEYS = 10_000_000;
    /** Marks a process that was started with a larger heap and must not start another. */
    private static final String CHILD_PROCESS_PROPERTY = "firedrill.bench.large";

    @Mixin
    private Console console = new Console();

    @Option(
            names = "--keys",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Number of keys; compared with a tenth of it (${DEFAULT-VALUE}).")
    private int keys;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of the recorded world (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws Exception {
        OptionRange.require("--keys", keys, MIN_KEYS, MAX_KEYS);
        boolean fits = Runtime.getRuntime().maxMemory() >= FeatureBench.requiredHeapBytes(keys);
        if (!fits
                && System.getProperty(CHILD_PROCESS_PROPERTY) == null
                && freeBytes() > FeatureBench.requiredHeapBytes(keys)) {
            return runInLargerProcess();
        }
        if (!fits) {
            console.progress("no memory for %,d users (%,d MB of heap): growth with keys is not available"
                    .formatted(keys, FeatureBench.requiredHeapBytes(keys) >> 20));
        }
        print(FeatureBench.run(ScenarioCatalogue.load("quiet"), seed, fits ? keys : null, console::progress));
        return 0;
    }

    /** The same command with a heap that holds so many users; everything is still compared within one process. */
    private int runInLargerProcess() throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The collector keeps a part of the heap aside, so that the limit is not quite what can be used.
                "-Xmx" + ((FeatureBench.requiredHeapBytes(keys) * 5 / 4) >> 20) + "m",
                "-XX:+UseSerialGC",
                // With pages of 4 kB the translation of addresses costs more than the memory itself; production
                // systems with gigabytes of state use large pages too.
                "-XX:+UseTransparentHugePages",
                "-D" + CHILD_PROCESS_PROPERTY + "=true",
                "-cp",
                System.getProperty("java.class.path"),
                Firedrill.class.getName(),
                "bench",
                "features",
                "--keys",
                String.valueOf(keys),
                "--seed",
                String.valueOf(seed)));
        if (console.isJson()) {
            command.add("--json");
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static long freeBytes() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
    }

    private void print(FeatureResult result) {
        if (console.isJson()) {
            console.printJson(result);
            return;
        }
        console.print("%.0f ns of CPU time an event, %,d events a second and core"
                .formatted(result.nanosPerEvent(), result.eventsPerSecondPerCore()));
        console.print("1,000 events per key and hour to 10: x %.3f".formatted(result.growthDensity()));
        console.print(
                result.growthKeys() == null
                        ? "with keys: not available"
                        : "%,d users to a tenth of them: x %.3f".formatted(keys, result.growthKeys()));
    }
}
