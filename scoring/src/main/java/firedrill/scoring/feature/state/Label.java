package firedrill.scoring.feature.state;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.DepositReturn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.scoring.feature.window.EventTimes;
import java.time.Duration;

/**
 * That one event turned out to be fraud, on its way to the memories of all that the event went through.
 *
 * @param eventMillis when the event happened: the label weighs as much as the event does
 * @param effectiveFromMillis the first moment, in the time of events, at which it may be known
 * @param deviceId 0 for none, as the other ids
 * @param sourceId whose money it was, as {@link EventEntities#sourceOf} told it for the event
 */
public record Label(
        long eventMillis, long effectiveFromMillis, long deviceId, long networkId, long sourceId, long addressId) {

    /**
     * Labels are counted in batches of so much, and a batch counts one such length after its end. By then every label in it
     * has reached every memory, so that what an event sees does not depend on how labels and events were interleaved on
     * their ways. At the usual speed of a run, 60, it is five seconds of wall time.
     */
    public static final Duration BATCH_LENGTH = Duration.ofMinutes(5);

    /** The event that {@code outcome} says was fraud: one reported, judged or called back; 0 if it says nothing of that. */
    public static long fraudEventIdOf(Outcome outcome) {
        if (outcome instanceof FraudReport report) {
            return report.eventId();
        }
        if (outcome instanceof ReviewVerdict verdict) {
            return verdict.isFraud() ? verdict.eventId() : 0;
        }
        return outcome instanceof DepositReturn returned ? returned.depositEventId() : 0;
    }

    /** Whether what the event went through may be forgotten by the time at which it counts. */
    public boolean isExpired() {
        return eventMillis < EventTimes.minus(effectiveFromMillis, Expiring.RETENTION);
    }

    /** From when on a label counts that arrived at {@code arrivedMillis}: after 5 to 10 minutes. */
    public static long effectiveFromMillis(long arrivedMillis) {
        return (Math.floorDiv(arrivedMillis, BATCH_LENGTH.toMillis()) + 2) * BATCH_LENGTH.toMillis();
    }
}
