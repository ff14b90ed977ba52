package firedrill.scoring.evaluation;

import firedrill.scoring.evaluation.ClassificationMetrics.ReliabilityBin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is worth on an exchange of another seed, judged by the truth of the simulation; a figure that is not
 * available is null.
 *
 * @param modelHash of the model
 * @param simulation where it was judged
 * @param daily day by day, the model as it is against one that is trained anew each day
 */
public record EvaluationReport(
        String modelHash,
        SimulatedRun simulation,
        EventTypeMetrics withdrawals,
        EventTypeMetrics orders,
        List<DailyResult> daily) {

    /**
     * A run of the simulated exchange in which everything was let through.
     *
     * @param labelDelayDays the gap: rows younger than this teach nothing, their reports being on the way
     */
    public record SimulatedRun(String scenario, long seed, int users, int days, int labelDelayDays) {}

    /**
     * Withdrawals or orders.
     *
     * @param rows every one of them, none left out
     * @param averagePrecision by the truth
     * @param averagePrecisionObserved the same by what the exchange had learned when the run ended: what an operator sees
     * @param rocAuc null if frauds or honest events are missing
     * @param byTypology sorted by name
     */
    public record EventTypeMetrics(
            long rows,
            long frauds,
            Estimate averagePrecision,
            Estimate averagePrecisionObserved,
            @Nullable Double rocAuc,
            CapacityMetrics capacity,
            List<TypologyRecall> byTypology,
            List<SegmentMetrics> byTier,
            List<SegmentMetrics> byRegime,
            CalibrationMetrics calibration,
            PolicySavings savings) {}

    /**
     * What analysts would find, who look at a fixed share of each day's events.
     *
     * @param alertShare of the events of each day, those with the highest probabilities
     * @param precision share of alerts that are fraud
     * @param valueRecall share of the dollars in frauds
     */
    public record CapacityMetrics(
            double alertShare, long alerts, @Nullable Double precision, Estimate recall, Estimate valueRecall) {}

    /** One kind of fraud at that capacity. */
    public record TypologyRecall(String name, Estimate recall, Estimate valueRecall) {}

    /** Some of the events: of users of one tier, or while the market was calm or moving. */
    public record SegmentMetrics(String name, long rows, Estimate averagePrecision, Estimate recall) {}

    /**
     * Whether probabilities mean what they say.
     *
     * @param expectedCalibrationError expected calibration error, in units of probability
     * @param expectedFrauds sum of the probabilities
     */
    public record CalibrationMetrics(
            double expectedCalibrationError, double expectedFrauds, long frauds, List<ReliabilityBin> reliability) {}

    /**
     * What the policy costs with these probabilities.
     *
     * @param bestSingleAction the action that would be cheapest for everybody alike
     * @param savedShare saved of the best trivial policy's cost; null if that is nothing
     */
    public record PolicySavings(
            double policyUsd,
            String bestSingleAction,
            double bestSingleActionUsd,
            @Nullable Double savedShare,
            long frauds) {}

    /**
     * One day: tested first, learned from once its labels had time to arrive.
     *
     * @param day from 0
     * @param retrainingRows rows that the model trained anew for this day learned from; 0 if none was old enough
     * @param averagePrecision of withdrawals, the model as it is
     * @param retrainedAveragePrecision of the model trained anew
     */
    public record DailyResult(
            int day,
            long withdrawals,
            Estimate averagePrecision,
            long retrainingRows,
            Estimate retrainedAveragePrecision) {}
}
