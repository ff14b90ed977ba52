package firedrill.ingest.kafka;

/**
 * Phase and health of a live exchange.
 *
 * @param detail one sentence for a person; empty without a problem
 * @param simulatedMillis simulated time, UTC milliseconds; 0 before the clock starts
 * @param lagMillis delay of simulated time behind its speed, in simulated milliseconds
 * @param unconfirmedRecords published records that the broker has not confirmed
 */
public record LiveHealth(
        LivePhase phase, String detail, long simulatedMillis, long lagMillis, long unconfirmedRecords) {

    /** Phase of a live exchange. */
    public enum LivePhase {
        /** Connecting. */
        STARTING,
        /** Publishing the history before the start. */
        HISTORY,
        /** The first requests are published; simulated time is paused until the scorer has answered them. */
        WARMUP,
        /** Simulated time runs. */
        LIVE,
        /** The broker does not confirm; records are buffered, and at the limit simulated time pauses. */
        BROKER_UNAVAILABLE,
        /** No new events; outstanding answers are awaited. */
        DRAINING,
        STOPPED,
        /** Ended by the failure in {@link #detail()}. */
        FAILED
    }
}
