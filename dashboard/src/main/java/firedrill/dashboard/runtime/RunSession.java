package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.LatencyRecorder;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.monitor.TopicFeed;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.kafka.LiveExchange;
import firedrill.ingest.kafka.LiveHealth;
import firedrill.ingest.kafka.LiveSettings;
import firedrill.ingest.kafka.WallClock;
import firedrill.scoring.decision.wire.DecisionCodec;
import java.time.Duration;

/** One live run, from its first event to its last settlement: the exchange, and the feed that watches its topics. */
public final class RunSession implements AutoCloseable {

    private static final Duration FEED_PATIENCE = Duration.ofSeconds(10);

    private final RunPlan plan;
    private final LiveRun run;
    private final LatencyRecorder latencies = new LatencyRecorder();
    private final TopicFeed feed;
    private final LiveExchange exchange;
    private final Thread thread;
    private boolean isEnded;

    /** A session that has read where the topics end and told nothing yet. */
    RunSession(KafkaSettings kafka, RunPlan plan, LiveRun run, WallClock wall) {
        this.plan = plan;
        this.run = run;
        this.feed = new TopicFeed(kafka, run);
        this.exchange = new LiveExchange(
                kafka,
                LiveSettings.DEFAULT.withSpeed(plan.speed()),
                wall,
                tape -> new Exchange(plan.settings(), plan.scenario(), plan.seed(), plan.firstEventId(), tape),
                RunSession::decodeAnswer,
                (eventId, micros) -> {
                    latencies.record(micros, wall.nanoTime().getAsLong());
                    run.recordLatency(eventId, micros);
                });
        this.thread = new Thread(exchange, "firedrill-exchange");
    }

    private static Answer decodeAnswer(byte[] decision) {
        try {
            return DecisionCodec.decodeAnswer(decision);
        } catch (MalformedMessageException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    void start() {
        feed.start();
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the exchange, waits for outstanding decisions, and for the feed to have read everything. */
    public synchronized void end() throws InterruptedException {
        if (!isEnded) {
            isEnded = true;
            exchange.close();
            feed.awaitCaughtUp(FEED_PATIENCE);
        }
    }

    @Override
    public void close() throws InterruptedException {
        end();
        feed.close();
    }

    public RunPlan plan() {
        return plan;
    }

    public LiveRun run() {
        return run;
    }

    public LatencyRecorder latencies() {
        return latencies;
    }

    /** Whether simulated time runs. */
    public boolean hasStarted() {
        return exchange.health().simulatedMillis() > 0;
    }

    public LiveHealth health() {
        return exchange.health();
    }

    public LiveCounters counts() {
        return exchange.counters();
    }
}
