package firedrill.ingest.kafka;

/** Receives the latency of each decision, on the exchange's thread, before the decision takes effect. */
public interface DecisionLatencyListener {

    /**
     * Called on the first answer to an event.
     *
     * @param latencyMicros wall-clock microseconds from the publication of the event to the reading of its answer
     */
    void onDecision(long eventId, long latencyMicros);
}
