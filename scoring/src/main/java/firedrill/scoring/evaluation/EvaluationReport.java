package firedrill.scoring.evaluation;

import firedrill.scoring.evaluation.ClassificationMetrics.ReliabilityBin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluation of a model on an exchange of another seed, by the truth of the simulation; a metric that is not available
 * is null.
 *
 * @param modelHash version of the model
 * @param simulation the exchange of the evaluation
 * @param daily per day, the fixed model against one that is retrained daily
 */
public record EvaluationReport(
        String modelHash,
        SimulatedRun simulation,
        EventTypeMetrics withdrawals,
        EventTypeMetrics orders,
        List<DailyResult> daily) {

    /**
     * A run of the simulated exchange in which every request was allowed.
     *
     * @param labelDelayDays label maturity: younger rows are not used for retraining
     */
    public record SimulatedRun(String scenario, long seed, int users, int days, int labelDelayDays) {}

    /**
     * Metrics of withdrawals or of orders.
     *
     * @param rows all events of the type, unsampled
     * @param averagePrecision by the true labels
     * @param averagePrecisionObserved by the reports that had arrived when the run ended, as an operator sees it
     * @param rocAuc null if one class is missing
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
     * Metrics at a fixed review capacity.
     *
     * @param alertShare share of each day's events that is reviewed, by highest probability
     * @param precision share of frauds among the alerts
     * @param valueRecall share of the dollars in frauds that had an alert
     */
    public record CapacityMetrics(
            double alertShare, long alerts, @Nullable Double precision, Estimate recall, Estimate valueRecall) {}

    /** Recall of one fraud typology at that capacity. */
    public record TypologyRecall(String name, Estimate recall, Estimate valueRecall) {}

    /** Metrics of a segment: one tier, or a calm or volatile market. */
    public record SegmentMetrics(String name, long rows, Estimate averagePrecision, Estimate recall) {}

    /**
     * Calibration.
     *
     * @param expectedCalibrationError expected calibration error, in units of probability
     * @param expectedFrauds sum of the probabilities
     */
    public record CalibrationMetrics(
            double expectedCalibrationError, double expectedFrauds, long frauds, List<ReliabilityBin> reliability) {}

    /**
     * Cost of the policy with these probabilities.
     *
     * @param bestSingleAction the cheapest action if applied to every event
     * @param savedShare share of the best single action's cost that the policy saves; null if that cost is 0
     */
    public record PolicySavings(
            double policyUsd,
            String bestSingleAction,
            double bestSingleActionUsd,
            @Nullable Double savedShare,
            long frauds) {}

    /**
     * One day of the prequential evaluation.
     *
     * @param day from 0
     * @param retrainingRows training rows of the model retrained for this day; 0 without mature labels
     * @param averagePrecision of withdrawals, by the fixed model
     * @param retrainedAveragePrecision by the retrained model
     */
    public record DailyResult(
            int day,
            long withdrawals,
            Estimate averagePrecision,
            long retrainingRows,
            Estimate retrainedAveragePrecision) {}
}
