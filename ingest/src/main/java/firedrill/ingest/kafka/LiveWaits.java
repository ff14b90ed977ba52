package firedrill.ingest.kafka;

/**
 * How long a live exchange has waited for what, in milliseconds of wall time.
 *
 * @param stallMillis for Kafka to confirm any record; 0 while none is unconfirmed
 * @param oldestRequestMillis for the answer to the oldest request; 0 while none waits
 * @param silentMillis since its thread made a step
 */
public record LiveWaits(long stallMillis, long oldestRequestMillis, long silentMillis) {

    /** Nothing is waited for. */
    public static final LiveWaits NONE = new LiveWaits(0, 0, 0);
}
