package firedrill.scoring.model;

import java.util.List;

/**
 * Model card data: purpose, training data, hold-out metrics, limits, provenance.
 *
 * @param name name of this version
 * @param purpose intended use and uses that are excluded
 * @param trainedOn origin and size of the training data
 * @param metrics performance on later withdrawals
 * @param limits known limitations
 * @param provenance Tribuo's provenance record: trainer, settings, versions, time
 */
public record ModelCard(
        String name,
        String purpose,
        TrainingData trainedOn,
        HoldoutMetrics metrics,
        List<String> limits,
        String provenance) {

    /**
     * Origin and size of the training data.
     *
     * @param seed of the simulated exchange and of the trainer
     * @param simulatedDays days from the first to the last event
     * @param rows that the model was fitted to; honest rows may be sampled and weighted by the sampling interval
     * @param frauds frauds among the labelled rows of the fit
     * @param labelMaturityHours minimum age of a row at the cut-off; reports about younger rows may not have arrived
     * @param calibrationRows later rows that the calibration was fitted to
     * @param evaluationRows still later rows that the metrics were computed on
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
     * Performance on events later than the training data.
     *
     * @param averagePrecision area under the precision-recall curve
     * @param rocAuc probability that a fraud scores above an honest event
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
