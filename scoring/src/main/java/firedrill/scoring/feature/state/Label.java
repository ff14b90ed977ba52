package firedrill.scoring.feature.state;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.OutcomeFunctions;
import firedrill.scoring.feature.window.EventTimes;
import java.time.Duration;

/**
 * Confirmed fraud of one event, routed to the states of its entities.
 *
 * @param eventMillis time of the event; the label decays with the event's own age
 * @param effectiveFromMillis first event time at which features may reflect it
 * @param deviceId 0 for none, as the other ids
 * @param sourceId funding source, as {@link EventEntities#sourceOf} gives it for the event
 */
public record Label(
        long eventMillis, long effectiveFromMillis, long deviceId, long networkId, long sourceId, long addressId) {

    /**
     * Labels take effect in batches of this length, one length after the batch's end. By then each label has reached
     * every state, so features do not depend on how labels and events were interleaved. Five seconds of wall time at
     * speed 60.
     */
    public static final Duration BATCH_LENGTH = Duration.ofMinutes(5);

    private static final OutcomeFunctions<Long> FRAUD_EVENT_ID = new OutcomeFunctions<>(
            settlement -> 0L,
            stepUpResult -> 0L,
            complaint -> 0L,
            FraudReport::eventId,
            churn -> 0L,
            missedDeadline -> 0L,
            verdict -> verdict.isFraud() ? verdict.eventId() : 0L,
            DepositReturn::depositEventId);

    /**
     * Id of the event that {@code outcome} confirms as fraud: reported, found in review or charged back; 0 if it
     * confirms none.
     */
    public static long fraudEventIdOf(Outcome outcome) {
        return outcome.match(FRAUD_EVENT_ID);
    }

    /** Whether the states of the event's entities may have expired by the time it is effective. */
    public boolean isExpired() {
        return eventMillis < EventTimes.minus(effectiveFromMillis, Expiring.RETENTION);
    }

    /** Effective time of a label that arrived at {@code arrivedMillis}: 5 to 10 minutes later. */
    public static long effectiveFromMillis(long arrivedMillis) {
        return (Math.floorDiv(arrivedMillis, BATCH_LENGTH.toMillis()) + 2) * BATCH_LENGTH.toMillis();
    }
}
