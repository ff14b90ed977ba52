package firedrill.dashboard.runtime;

import firedrill.dashboard.ledger.LedgerEntry.Tariff;
import firedrill.dashboard.monitor.LatencyRecorder;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.kafka.LiveHealth;
import firedrill.ingest.kafka.LiveHealth.LivePhase;
import firedrill.ingest.kafka.LiveWaits;
import java.time.Duration;

/** A session without an exchange, at a simulated time that the test sets. */
public final class FakeRunSession implements RunSession {

    private final RunPlan plan;
    private final LiveRun run;
    private final LatencyRecorder latencies = new LatencyRecorder();
    volatile long elapsedMillis;
    volatile LivePhase phase = LivePhase.LIVE;
    volatile String detail = "";
    volatile boolean isStarted;
    volatile boolean isEnded;
    volatile boolean isClosed;
    volatile boolean isAbandoned;
    volatile Duration settled = Duration.ZERO;
    volatile LiveWaits waits = LiveWaits.NONE;

    public FakeRunSession(RunPlan plan) {
        this.plan = plan;
        this.run = new LiveRun(new Tariff(10, 0, 500, 0.05), plan.settings().startMillis());
    }

    @Override
    public void start() {
        isStarted = true;
    }

    @Override
    public void end() {
        isEnded = true;
    }

    @Override
    public void settle(Duration aftermath) {
        settled = aftermath;
    }

    @Override
    public void abandon() {
        isAbandoned = true;
    }

    @Override
    public void close() {
        isClosed = true;
    }

    @Override
    public RunPlan plan() {
        return plan;
    }

    @Override
    public LiveRun run() {
        return run;
    }

    @Override
    public LatencyRecorder latencies() {
        return latencies;
    }

    @Override
    public LiveHealth health() {
        return new LiveHealth(phase, detail, plan.settings().startMillis() + elapsedMillis, 0, 0);
    }

    @Override
    public LiveWaits waits() {
        return waits;
    }

    @Override
    public String monitorFailure() {
        return "";
    }

    @Override
    public LiveCounters counts() {
        return new LiveCounters(0, 12, 5, 3, 1, 0, 0, 0, 0);
    }
}
