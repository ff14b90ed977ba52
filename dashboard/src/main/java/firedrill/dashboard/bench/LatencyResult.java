package firedrill.dashboard.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Result of {@code firedrill bench latency}: medians over slices, so that one disturbed slice decides nothing.
 *
 * @param ratePerSecond events sent per second, whether they ask or not
 * @param requestShare share of the events that asked for a decision; only these have a latency
 * @param slices how many were measured on each route, in turns
 * @param ratioP50 median over pairs of neighbouring slices of pipeline divided by relay
 * @param ratioP99 the same; its quartiles show the noise of the machine
 */
public record LatencyResult(
        int ratePerSecond,
        double requestShare,
        int slices,
        double secondsPerSlice,
        RouteLatency pipeline,
        RouteLatency relay,
        double ratioP50,
        double ratioP99,
        List<Double> ratioP99Quartiles,
        MachineInfo machine) {

    /** One route, milliseconds from the moment a request was due; {@code lost} counts warm-up too. */
    public record RouteLatency(double p50Millis, double p99Millis, double p999Millis, long lost) {

        static RouteLatency of(List<LoadSlice> measured, long lost) {
            return new RouteLatency(
                    median(measured, slice -> slice.latencyMillis(50)),
                    median(measured, slice -> slice.latencyMillis(99)),
                    median(measured, slice -> slice.latencyMillis(99.9)),
                    lost);
        }
    }

    /** The machine of the measurement. */
    public record MachineInfo(int cores, String java, String os) {

        static MachineInfo current() {
            return new MachineInfo(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().toString(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                            + System.getProperty("os.arch"));
        }
    }

    private static double median(List<LoadSlice> slices, ToDoubleFunction<LoadSlice> figure) {
        return quantile(slices.stream().mapToDouble(figure).toArray(), 0.5);
    }

    /** By linear interpolation between the two nearest values, to three decimals. */
    static double quantile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        double value = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        return Math.round(value * 1e3) / 1e3;
    }
}
