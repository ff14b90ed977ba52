package firedrill.scoring.model.artifact;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.compile.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Admission check: median latency over batches, so that a pause of the machine does not refuse a model.
 *
 * @param what is timed, for the refusal
 * @param batches number of timed batches; odd
 * @param callsPerBatch calls per batch, enough for a clock of microseconds
 * @param maxMicros largest admitted median time of one call
 */
record LatencyGate(String what, int batches, int callsPerBatch, long maxMicros) {

    /** 1 ms is a fiftieth of the latency budget; the models trained here take less than a hundredth of it. */
    static final LatencyGate SCORE = new LatencyGate("score", 31, 100, 1_000);

    /**
     * 5 ms is a tenth of the latency budget: only stopped requests are explained. The models trained here take less than
     * a hundredth of it.
     */
    static final LatencyGate EXPLANATION = new LatencyGate("explanation", 11, 10, 5_000);

    /**
     * Times the scores and the explanations of {@code inputs}, off the decision path.
     *
     * @param micros a clock in microseconds
     * @throws ModelRefusedException if a median is above its limit
     */
    static void checkAll(Scorer scorer, List<double[]> inputs, LongSupplier micros) throws ModelRefusedException {
        double[] contributions = new double[Feature.COUNT];
        SCORE.check(scorer::probability, inputs, micros);
        EXPLANATION.check(
                input -> {
                    scorer.explain(input, contributions);
                    return contributions[0];
                },
                inputs,
                micros);
    }

    private void check(ToDoubleFunction<double[]> call, List<double[]> inputs, LongSupplier micros)
            throws ModelRefusedException {
        long[] taken = new long[batches];
        double sum = 0;
        for (int batch = 0; batch < batches; batch++) {
            long start = micros.getAsLong();
            for (int i = 0; i < callsPerBatch; i++) {
                sum += call.applyAsDouble(inputs.get(i % inputs.size()));
            }
            taken[batch] = micros.getAsLong() - start;
        }
        Arrays.sort(taken);
        long median = taken[batches / 2] / callsPerBatch;
        if (median > maxMicros || !Double.isFinite(sum)) {
            throw new ModelRefusedException("it takes " + median + " µs per " + what + ", the limit is " + maxMicros);
        }
    }
}
