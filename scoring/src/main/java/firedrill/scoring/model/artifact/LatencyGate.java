package firedrill.scoring.model.artifact;

import firedrill.scoring.model.compile.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Admission check: median scoring latency over batches, so that a pause of the machine does not refuse a model.
 *
 * @param batches number of timed batches; odd
 * @param scoresPerBatch scores per batch, enough for a clock of microseconds
 * @param maxMicros largest admitted median time of one score
 */
record LatencyGate(int batches, int scoresPerBatch, long maxMicros) {

    /** 1 ms is a fiftieth of the latency budget; the models trained here take less than a hundredth of it. */
    static final LatencyGate DEFAULT = new LatencyGate(31, 100, 1_000);

    /**
     * Times the scoring of {@code inputs}, off the decision path.
     *
     * @param micros a clock in microseconds
     * @throws ModelRefusedException if the median is above {@code maxMicros}
     */
    void check(Scorer scorer, List<double[]> inputs, LongSupplier micros) throws ModelRefusedException {
        long[] taken = new long[batches];
        double sum = 0;
        for (int batch = 0; batch < batches; batch++) {
            long start = micros.getAsLong();
            for (int score = 0; score < scoresPerBatch; score++) {
                sum += scorer.probability(inputs.get(score % inputs.size()));
            }
            taken[batch] = micros.getAsLong() - start;
        }
        Arrays.sort(taken);
        long median = taken[batches / 2] / scoresPerBatch;
        if (median > maxMicros || !Double.isFinite(sum)) {
            throw new ModelRefusedException("it takes " + median + " µs per score, the limit is " + maxMicros);
        }
    }
}
