package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.LatencyRecorder;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.kafka.LiveHealth;

/** One live run, from its first event to its last settlement: the exchange and the monitor of its topics. */
public interface RunSession extends AutoCloseable {

    /** Starts the exchange; called once. */
    void start();

    /** Ends the exchange and waits until outstanding decisions and all records are read; repeated calls do nothing. */
    void end() throws InterruptedException;

    @Override
    void close() throws InterruptedException;

    RunPlan plan();

    LiveRun run();

    LatencyRecorder latencies();

    LiveHealth health();

    LiveCounters counts();

    /** Whether simulated time advances. */
    default boolean hasStarted() {
        return health().simulatedMillis() > 0;
    }
}
