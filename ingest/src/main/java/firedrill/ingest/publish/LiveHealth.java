package firedrill.ingest.publish;

/**
 * What a live exchange is doing, and what keeps it from its work.
 *
 * @param detail one sentence for a person, empty when all is well
 * @param simulatedMillis simulated time, UTC milliseconds; 0 before the clock starts
 * @param behindMillis how far simulated time is behind its speed, in simulated milliseconds
 * @param unacknowledged records sent that the broker has not confirmed
 */
public record LiveHealth(Phase phase, String detail, long simulatedMillis, long behindMillis, long unacknowledged) {

    /** Where a live exchange is in its life. */
    public enum Phase {
        /** Connecting. */
        STARTING,
        /** Telling what happened before the start. */
        HISTORY,
        /** The first request was told; simulated time stands until the scorer has answered it. */
        OPENING,
        /** Simulated time runs. */
        LIVE,
        /** The broker does not confirm; events wait in memory, and when too many do, simulated time stands. */
        BROKER_AWAY,
        /** Nothing new is told; outstanding answers are awaited. */
        DRAINING,
        STOPPED,
        /** Ended by what {@link #detail()} says. */
        FAILED
    }
}
