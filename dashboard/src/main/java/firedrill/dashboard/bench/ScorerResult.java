package firedrill.dashboard.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code firedrill bench scorer}: medians over slices.
 *
 * @param rows how many random rows were scored both ways for the difference
 * @param slices how many were measured of each way, in turns
 */
public record ScorerResult(List<ModelTiming> models, int rows, int slices, LatencyResult.MachineInfo machine) {

    public ScorerResult {
        models = List.copyOf(models);
    }

    /**
     * One kind of model.
     *
     * @param tribuoNanos CPU time of this thread for one {@code Model.predict}, the making of its example included
     * @param compiledNanos the same for one compiled score
     * @param speedup median over pairs of neighbouring slices of the first divided by the second
     * @param maxAbsDifference between the two scores, over all rows
     * @param bytesPerScore that the compiled score allocated
     * @param eventNanos CPU time from a feature vector as it is to a calibrated probability, the scaling of a linear model's
     *     inputs included; null for a model that cannot be champion
     * @param explainNanos CPU time of what each feature added; null likewise
     */
    public record ModelTiming(
            String name,
            double tribuoNanos,
            double compiledNanos,
            double speedup,
            double maxAbsDifference,
            double bytesPerScore,
            @Nullable Double eventNanos,
            @Nullable Double explainNanos) {}
}
