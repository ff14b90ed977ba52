package firedrill.ingest.kafka;

/** Is told how long each decision took, on the thread of the exchange, before the decision takes effect. */
public interface DecisionLatencyListener {

    /**
     * The first answer to an event was read.
     *
     * @param latencyMicros wall clock, from the publication of the event to the reading of its answer
     */
    void onDecision(long eventId, long latencyMicros);
}
