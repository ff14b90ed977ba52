package firedrill.scoring.feature;

import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.DepositReturned;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Verdict;
import java.time.Duration;

/**
 * That one event turned out to be fraud, on its way to the memories of all that the event went through.
 *
 * @param eventMillis when the event happened: the label weighs as much as the event does
 * @param countsFromMillis the first moment, in the time of events, at which it may be known
 * @param deviceId 0 for none, as the other ids
 * @param sourceId whose money it was, as {@link Entities#sourceOf} told it for the event
 */
public record Label(
        long eventMillis, long countsFromMillis, long deviceId, long networkId, long sourceId, long addressId) {

    /**
     * Labels are counted in batches of so much, and a batch counts one such length after its end. By then every label in it
     * has reached every memory, so that what an event sees does not depend on how labels and events were interleaved on
     * their ways. At the usual speed of a run, 60, it is five seconds of wall time.
     */
    static final Duration BATCH = Duration.ofMinutes(5);

    /** The event that {@code outcome} says was fraud: one reported, judged or called back; 0 if it says nothing of that. */
    public static long fraudulentEventOf(Outcome outcome) {
        if (outcome instanceof FraudReport report) {
            return report.eventId();
        }
        if (outcome instanceof Verdict verdict) {
            return verdict.fraud() ? verdict.eventId() : 0;
        }
        return outcome instanceof DepositReturned returned ? returned.depositEventId() : 0;
    }

    /** Whether what the event went through may be forgotten by the time at which it counts. */
    boolean isTooLate() {
        return eventMillis < Moments.before(countsFromMillis, Fading.REMEMBERED);
    }

    /** From when on a label counts that arrived at {@code arrivedMillis}: after 5 to 10 minutes. */
    public static long countsFromMillis(long arrivedMillis) {
        return (Math.floorDiv(arrivedMillis, BATCH.toMillis()) + 2) * BATCH.toMillis();
    }
}
