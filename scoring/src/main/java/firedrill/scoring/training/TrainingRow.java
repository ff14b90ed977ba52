package firedrill.scoring.training;

import firedrill.scoring.feature.FeatureVector;

/**
 * One order or withdrawal with its features at that time, and the time of its first fraud report.
 *
 * @param order true for an order, false for a withdrawal
 * @param features computed from the events before it
 * @param reportedMillis time of the first report of fraud, or {@link #NOT_REPORTED}
 */
public record TrainingRow(
        long eventId,
        long userId,
        long deviceId,
        long timeMillis,
        boolean order,
        FeatureVector features,
        long reportedMillis) {

    /** Report time of a row without a report. */
    public static final long NOT_REPORTED = Long.MAX_VALUE;

    /** Whether a report had arrived at {@code timeMillis}. */
    public boolean isFraudAsOf(long timeMillis) {
        return reportedMillis <= timeMillis;
    }

    TrainingRow withReport(long timeMillis) {
        return new TrainingRow(eventId, userId, deviceId, this.timeMillis, order, features, timeMillis);
    }
}
