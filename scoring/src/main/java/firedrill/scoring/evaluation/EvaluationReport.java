package firedrill.scoring.evaluation;

import firedrill.scoring.training.Evaluation.ReliabilityBin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is worth on an exchange of another seed, judged by the truth of the simulation; a figure that is not
 * available is null.
 *
 * @param modelHash of the model
 * @param world where it was judged
 * @param blocks day by day, the model as it is against one that is trained anew each day
 */
public record EvaluationReport(
        String modelHash, World world, KindReport withdrawals, KindReport orders, List<Block> blocks) {

    /**
     * A run of the simulated exchange in which everything was let through.
     *
     * @param labelDelayDays the gap: rows younger than this teach nothing, their reports being on the way
     */
    public record World(String scenario, long seed, int users, int days, int labelDelayDays) {}

    /**
     * Withdrawals or orders.
     *
     * @param rows every one of them, none left out
     * @param averagePrecision by the truth
     * @param averagePrecisionByReports the same by what the exchange had learned when the run ended: what an operator sees
     * @param rocAuc null if frauds or honest events are missing
     * @param byTypology sorted by name
     */
    public record KindReport(
            long rows,
            long frauds,
            Estimate averagePrecision,
            Estimate averagePrecisionByReports,
            @Nullable Double rocAuc,
            Capacity capacity,
            List<Typology> byTypology,
            List<Segment> byTier,
            List<Segment> byRegime,
            Calibration calibration,
            Savings savings) {}

    /**
     * What analysts would find, who look at a fixed share of each day's events.
     *
     * @param alertShare of the events of each day, those with the highest probabilities
     * @param precision share of alerts that are fraud
     * @param valueRecall share of the dollars in frauds
     */
    public record Capacity(
            double alertShare, long alerts, @Nullable Double precision, Estimate recall, Estimate valueRecall) {}

    /** One kind of fraud at that capacity. */
    public record Typology(String name, Estimate recall, Estimate valueRecall) {}

    /** Some of the events: of users of one tier, or while the market was calm or moving. */
    public record Segment(String name, long rows, Estimate averagePrecision, Estimate recall) {}

    /**
     * Whether probabilities mean what they say.
     *
     * @param error expected calibration error, in units of probability
     * @param expectedFrauds sum of the probabilities
     */
    public record Calibration(double error, double expectedFrauds, long frauds, List<ReliabilityBin> reliability) {}

    /**
     * What the policy costs with these probabilities.
     *
     * @param bestTrivial the action that would be cheapest for everybody alike
     * @param share saved of the best trivial policy's cost; null if that is nothing
     */
    public record Savings(
            double policyUsd,
            String bestTrivial,
            double bestTrivialUsd,
            @Nullable Double share,
            long frauds) {}

    /**
     * One day: tested first, learned from once its labels had time to arrive.
     *
     * @param day from 0
     * @param learnedFrom rows that the model trained anew for this day learned from; 0 if none was old enough
     * @param averagePrecision of withdrawals, the model as it is
     * @param retrained of the model trained anew
     */
    public record Block(int day, long withdrawals, Estimate averagePrecision, long learnedFrom, Estimate retrained) {}
}
