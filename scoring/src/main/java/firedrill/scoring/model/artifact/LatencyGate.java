package firedrill.scoring.model.artifact;

import firedrill.scoring.model.compile.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How long a model takes, before it is let near the decisions: the median over batches, so that a pause of the machine
 * refuses nobody.
 *
 * @param batches how many are timed; an odd number
 * @param scoresPerBatch enough for a clock that ticks in microseconds
 * @param maxMicros of one score, median; raising it lets slower models in
 */
record LatencyGate(int batches, int scoresPerBatch, long maxMicros) {

    /** A thousandth of a second, a fiftieth of the budget; the models that we train take less than a hundredth of that. */
    static final LatencyGate DEFAULT = new LatencyGate(31, 100, 1_000);

    /**
     * Scores {@code inputs} in turn, off the decision path.
     *
     * @param micros a clock that ticks in microseconds
     * @throws ModelRefusedException if the median batch took longer than allowed
     */
    void check(Scorer scorer, List<double[]> inputs, LongSupplier micros) throws ModelRefusedException {
        long[] taken = new long[batches];
        double sum = 0;
        for (int batch = 0; batch < batches; batch++) {
            long begun = micros.getAsLong();
            for (int score = 0; score < scoresPerBatch; score++) {
                sum += scorer.probability(inputs.get(score % inputs.size()));
            }
            taken[batch] = micros.getAsLong() - begun;
        }
        Arrays.sort(taken);
        long median = taken[batches / 2] / scoresPerBatch;
        if (median > maxMicros || !Double.isFinite(sum)) {
            throw new ModelRefusedException("it takes " + median + " µs for one score, and may take " + maxMicros);
        }
    }
}
