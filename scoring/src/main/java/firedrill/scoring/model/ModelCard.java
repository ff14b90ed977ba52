package firedrill.scoring.model;

import java.util.List;

/**
 * What a reader must know before trusting a model.
 *
 * @param name of this version
 * @param purpose what it decides, and what it must not be used for
 * @param trainedOn where its examples came from
 * @param metrics how it did, out of time, on withdrawals
 * @param limits what it cannot do
 * @param provenance Tribuo's own record: trainer, settings, versions, time
 */
public record ModelCard(
        String name,
        String purpose,
        TrainingData trainedOn,
        HoldoutMetrics metrics,
        List<String> limits,
        String provenance) {

    /**
     * Where the examples came from.
     *
     * @param seed of the simulated exchange and of the trainer
     * @param simulatedDays of events, from first to last
     * @param rows the model was fitted to; of honest ones perhaps one in so many, which then stands for so many
     * @param frauds of these
     * @param labelMaturityHours events younger than this before the cut-off were left out, their reports not being in
     * @param calibrationRows of a later time, to which the probabilities were fitted
     * @param evaluationRows of a still later time, on which the metrics stand
     */
    public record TrainingData(
            long seed,
            double simulatedDays,
            long rows,
            long frauds,
            long labelMaturityHours,
            long calibrationRows,
            long evaluationRows) {}

    /**
     * How the model did on events after those it learned from.
     *
     * @param averagePrecision area under the precision-recall curve
     * @param rocAuc chance that a fraud outscores an honest event
     * @param recallAtHalfPercent share of frauds among the 0.5 % of events with the highest scores
     * @param recallAtOnePercent the same for 1 %
     * @param calibrationError expected calibration error, in units of probability
     * @param baseRate share of frauds
     */
    public record HoldoutMetrics(
            double averagePrecision,
            double rocAuc,
            double recallAtHalfPercent,
            double recallAtOnePercent,
            double calibrationError,
            double baseRate) {}
}
