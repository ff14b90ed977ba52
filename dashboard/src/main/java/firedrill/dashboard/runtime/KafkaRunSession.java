package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.LatencyRecorder;
import firedrill.dashboard.monitor.LiveRun;
import firedrill.dashboard.monitor.TopicFeed;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.ingest.kafka.LiveCounters;
import firedrill.ingest.kafka.LiveExchange;
import firedrill.ingest.kafka.LiveHealth;
import firedrill.ingest.kafka.LiveSettings;
import firedrill.ingest.kafka.LiveWaits;
import firedrill.ingest.kafka.WallClock;
import firedrill.scoring.decision.wire.DecisionCodec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run on Kafka: the exchange on a thread of its own, and the feed that reads its topics. */
public final class KafkaRunSession implements RunSession {

    private static final Duration CATCH_UP_TIMEOUT = Duration.ofSeconds(10);

    private final RunPlan plan;
    private final LiveRun run;
    private final LatencyRecorder latencies = new LatencyRecorder();
    private final TopicFeed feed;
    private final LiveExchange exchange;
    private final Thread thread;
    private @Nullable RunSimulation simulation;
    private boolean isEnded;
    private volatile boolean isAbandoned;

    /** A session that has read the end offsets of the topics and published nothing yet. */
    KafkaRunSession(KafkaSettings kafka, RunPlan plan, LiveRun run, WallClock wallClock) {
        this.plan = plan;
        this.run = run;
        this.feed = new TopicFeed(kafka, run, Optional.of(plan.settings().startMillis()));
        this.exchange = new LiveExchange(
                kafka,
                LiveSettings.DEFAULT.withSpeed(plan.speed()),
                wallClock,
                this::openExchange,
                KafkaRunSession::decodeAnswer,
                (eventId, micros) -> {
                    latencies.record(micros, wallClock.nanoTime().getAsLong());
                    run.recordLatency(eventId, micros);
                });
        this.thread = new Thread(exchange, "firedrill-exchange");
    }

    private Exchange openExchange(ExchangeListener live) {
        var opened = new RunSimulation(plan, run, live);
        simulation = opened;
        return opened.exchange();
    }

    private static Answer decodeAnswer(byte[] decision) {
        try {
            return DecisionCodec.decodeAnswer(decision);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void start() {
        feed.start();
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void end() throws InterruptedException {
        if (!isEnded) {
            isEnded = true;
            exchange.close();
            if (!isAbandoned) {
                feed.awaitCaughtUp(CATCH_UP_TIMEOUT);
            }
        }
    }

    @Override
    public synchronized void settle(Duration aftermath) {
        if (simulation != null && !isAbandoned && !thread.isAlive()) {
            simulation.settle(aftermath);
        }
    }

    @Override
    public void abandon() {
        isAbandoned = true;
        exchange.abandon();
    }

    @Override
    public void close() throws InterruptedException {
        end();
        feed.close();
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
        return exchange.health();
    }

    @Override
    public LiveCounters counts() {
        return exchange.counters();
    }

    @Override
    public LiveWaits waits() {
        return exchange.waits();
    }

    @Override
    public String monitorFailure() {
        return feed.failure();
    }
}
