package firedrill.ingest.kafka;

/**
 * What a live exchange is doing, and what keeps it from its work.
 *
 * @param detail one sentence for a person, empty when all is well
 * @param simulatedMillis simulated time, UTC milliseconds; 0 before the clock starts
 * @param lagMillis how far simulated time is behind its speed, in simulated milliseconds
 * @param unconfirmedRecords records sent that the broker has not confirmed
 */
public record LiveHealth(
        LivePhase phase, String detail, long simulatedMillis, long lagMillis, long unconfirmedRecords) {

    /** Where a live exchange is in its life. */
    public enum LivePhase {
        /** Connecting. */
        STARTING,
        /** Telling what happened before the start. */
        HISTORY,
        /** The first request was told; simulated time stands until the scorer has answered it. */
        WARMUP,
        /** Simulated time runs. */
        LIVE,
        /** The broker does not confirm; events wait in memory, and when too many do, simulated time stands. */
        BROKER_UNAVAILABLE,
        /** Nothing new is told; outstanding answers are awaited. */
        DRAINING,
        STOPPED,
        /** Ended by what {@link #detail()} says. */
        FAILED
    }
}
