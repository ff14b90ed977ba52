package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.LatencyRecorder;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.kafka.LiveHealth;
import firedrill.ingest.kafka.LiveWaits;
import java.time.Duration;

/** One live run, from its first event to its last settlement: the exchange and the monitor of its topics. */
public interface RunSession extends AutoCloseable {

    /** Starts the exchange; called once. */
    void start();

    /** Ends the exchange and waits until outstanding decisions and all records are read; repeated calls do nothing. */
    void end() throws InterruptedException;

    /** Settles what is pending at the end of the run, in the lab: the ledger then holds the whole bill. After {@link #end}. */
    void settle(Duration aftermath);

    /** Makes {@link #end} and {@link #close} wait for nothing, because no answer can come any more. */
    void abandon();

    @Override
    void close() throws InterruptedException;

    RunPlan plan();

    LiveRun run();

    LatencyRecorder latencies();

    LiveHealth health();

    LiveCounters counts();

    /** How long the exchange has waited for what. */
    LiveWaits waits();

    /** Why the monitor has stopped reading the topics, in words; empty while it reads. */
    String monitorFailure();

    /** Whether simulated time advances. */
    default boolean hasStarted() {
        return health().simulatedMillis() > 0;
    }
}
