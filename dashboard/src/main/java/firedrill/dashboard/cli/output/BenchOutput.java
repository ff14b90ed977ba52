package firedrill.dashboard.cli.output;

import firedrill.dashboard.bench.LabBench;
import firedrill.dashboard.bench.LatencyResult;
import firedrill.dashboard.bench.MedianRatio;
import firedrill.dashboard.bench.ScorerResult;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results of benchmarks, as text or JSON. */
public final class BenchOutput {

    public static void print(LabBench.LabBenchResult result, Console console) {
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

    public static void print(String percentile, MedianRatio ratio, Console console) {
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

    public static void print(LatencyResult result, Console console) {
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

    public static void print(ScorerResult result, Console console) {
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

    private BenchOutput() {}
}
