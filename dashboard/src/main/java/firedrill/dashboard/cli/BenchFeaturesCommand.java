package firedrill.dashboard.cli;

import com.sun.management.OperatingSystemMXBean;
import firedrill.dashboard.bench.FeatureBench;
import firedrill.dashboard.bench.FeatureResult;
import firedrill.ingest.incident.Scenarios;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code firedrill bench features}: what an event costs, and whether that grows with what is remembered. */
@Command(
        name = "features",
        description = "CPU time of the features per event, and how it grows with events per key and with keys.")
final class BenchFeaturesCommand implements Callable<Integer> {

    private static final int FEWEST_KEYS = 1_000;
    private static final int MOST_KEYS = 10_000_000;
    /** Says that this process was started for its memory, and is not to start another. */
    private static final String LARGE = "firedrill.bench.large";

    @Mixin
    private Console console = new Console();

    @Option(
            names = "--keys",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Users of the larger crowd, against a tenth of them (${DEFAULT-VALUE}).")
    private int keys;

    @Option(names = "--seed", defaultValue = "7", description = "Of the recorded world (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws Exception {
        if (keys < FEWEST_KEYS || keys > MOST_KEYS) {
            throw new CliFailure("--keys must be from " + FEWEST_KEYS + " to " + MOST_KEYS + ", was " + keys + ".");
        }
        boolean fits = Runtime.getRuntime().maxMemory() >= FeatureBench.heapBytes(keys);
        if (!fits && System.getProperty(LARGE) == null && freeBytes() > FeatureBench.heapBytes(keys)) {
            return inLargerProcess();
        }
        if (!fits) {
            console.say("no memory for %,d users (%,d MB of heap): growth with keys is not available"
                    .formatted(keys, FeatureBench.heapBytes(keys) >> 20));
        }
        print(FeatureBench.run(Scenarios.named("quiet"), seed, fits ? keys : null, console::say));
        return 0;
    }

    /** The same command with a heap that holds so many users; everything is still compared within one process. */
    private int inLargerProcess() throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The collector keeps a part of the heap aside, so that the limit is not quite what can be used.
                "-Xmx" + ((FeatureBench.heapBytes(keys) * 5 / 4) >> 20) + "m",
                "-XX:+UseSerialGC",
                // With pages of 4 kB, finding the page costs more than the memory; whoever keeps gigabytes of state
                // does
                // the same.
                "-XX:+UseTransparentHugePages",
                "-D" + LARGE + "=true",
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
                .formatted(result.nanosPerEvent(), result.eventsPerSecondAndCore()));
        console.print("1,000 events per key and hour to 10: x %.3f".formatted(result.growthDensity()));
        console.print(
                result.growthKeys() == null
                        ? "with keys: not available"
                        : "%,d users to a tenth of them: x %.3f".formatted(keys, result.growthKeys()));
    }
}
