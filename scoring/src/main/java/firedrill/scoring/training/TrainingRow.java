package firedrill.scoring.training;

import firedrill.scoring.feature.FeatureVector;

/**
 * One order or withdrawal as a model could have seen it, and what became known of it later.
 *
 * @param order an order; a withdrawal if not
 * @param features from the events before it
 * @param reportedMillis when it was first known to be fraud, or {@link #NOT_REPORTED}
 */
public record TrainingRow(
        long eventId,
        long userId,
        long deviceId,
        long timeMillis,
        boolean order,
        FeatureVector features,
        long reportedMillis) {

    /** When a report arrives that has not arrived. */
    public static final long NOT_REPORTED = Long.MAX_VALUE;

    /** Whether it was known to be fraud at {@code timeMillis}. */
    public boolean isFraudAsOf(long timeMillis) {
        return reportedMillis <= timeMillis;
    }

    TrainingRow withReport(long timeMillis) {
        return new TrainingRow(eventId, userId, deviceId, this.timeMillis, order, features, timeMillis);
    }
}
