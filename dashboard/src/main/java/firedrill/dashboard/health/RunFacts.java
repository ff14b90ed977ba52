package firedrill.dashboard.health;

import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.kafka.LiveHealth;
import firedrill.ingest.kafka.LiveWaits;

/**
 * All that the health of a run depends on, at one moment.
 *
 * @param startFailure why the last attempt to start a run failed; empty if it did not
 * @param monitorFailure why the monitor has stopped reading; empty while it reads
 */
public record RunFacts(
        RunPhase phase,
        ExchangeFacts exchange,
        JobFacts job,
        BrokerFacts broker,
        StorageFacts storage,
        String startFailure,
        String monitorFailure) {

    /** The exchange: its phase, what it counts, and how long it has waited for what. */
    public record ExchangeFacts(LiveHealth health, LiveCounters counts, LiveWaits waits) {}
}
