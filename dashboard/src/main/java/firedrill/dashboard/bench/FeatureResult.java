package firedrill.dashboard.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code firedrill bench features}: medians over slices of CPU time of the folding thread.
 *
 * @param nanosPerEvent of events of the simulated exchange, all features of all entities
 * @param eventsPerSecondPerCore what that comes to
 * @param growthDensity cost per event at 1,000 events per key and hour, divided by that at 10
 * @param growthKeys cost per event with {@code mostKeys} users, divided by that with a tenth of them; null if this machine
 *     has no memory for so many
 */
public record FeatureResult(
        double nanosPerEvent,
        long eventsPerSecondPerCore,
        double growthDensity,
        List<Double> growthDensityQuartiles,
        @Nullable Double growthKeys,
        @Nullable List<Double> growthKeysQuartiles,
        @Nullable Integer maxKeys,
        LatencyResult.MachineInfo machine) {

    static FeatureResult of(double[] nanos, double[] density, double @Nullable [] keys, @Nullable Integer mostKeys) {
        double perEvent = LatencyResult.quantile(nanos, 0.5);
        return new FeatureResult(
                perEvent,
                Math.round(1e9 / perEvent),
                LatencyResult.quantile(density, 0.5),
                quartiles(density),
                keys == null ? null : LatencyResult.quantile(keys, 0.5),
                keys == null ? null : quartiles(keys),
                mostKeys,
                LatencyResult.MachineInfo.current());
    }

    private static List<Double> quartiles(double[] values) {
        return List.of(LatencyResult.quantile(values, 0.25), LatencyResult.quantile(values, 0.75));
    }
}
