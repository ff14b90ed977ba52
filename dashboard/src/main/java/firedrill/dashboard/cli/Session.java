package firedrill.dashboard.cli;

import firedrill.dashboard.feed.LatencyBook;
import firedrill.dashboard.feed.Run;
import firedrill.dashboard.feed.TopicFeed;
import firedrill.ingest.event.Answer;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.ingest.publish.LiveCounts;
import firedrill.ingest.publish.LiveExchange;
import firedrill.ingest.publish.LiveHealth;
import firedrill.ingest.publish.LiveSettings;
import firedrill.ingest.publish.Wall;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.MalformedMessageException;
import java.time.Duration;

/** One live run, from its first event to its last settlement: the exchange, and the feed that watches its topics. */
final class Session implements AutoCloseable {

    private static final Duration FEED_PATIENCE = Duration.ofSeconds(10);

    private final RunPlan plan;
    private final Run run;
    private final LatencyBook latencies = new LatencyBook();
    private final TopicFeed feed;
    private final LiveExchange exchange;
    private final Thread thread;
    private boolean isOver;

    /** A session that has read where the topics end and told nothing yet. */
    Session(KafkaSettings kafka, RunPlan plan, Run run, Wall wall) {
        this.plan = plan;
        this.run = run;
        this.feed = new TopicFeed(kafka, run);
        this.exchange = new LiveExchange(
                kafka,
                LiveSettings.DEFAULT.withSpeed(plan.speed()),
                wall,
                tape -> new Exchange(plan.settings(), plan.scenario(), plan.seed(), plan.firstEventId(), tape),
                Session::answer,
                (eventId, micros) -> {
                    latencies.add(micros, wall.nanoTime().getAsLong());
                    run.latency(eventId, micros);
                });
        this.thread = new Thread(exchange, "firedrill-exchange");
    }

    private static Answer answer(byte[] decision) {
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
    synchronized void end() throws InterruptedException {
        if (!isOver) {
            isOver = true;
            exchange.close();
            feed.awaitCaughtUp(FEED_PATIENCE);
        }
    }

    @Override
    public void close() throws InterruptedException {
        end();
        feed.close();
    }

    RunPlan plan() {
        return plan;
    }

    Run run() {
        return run;
    }

    LatencyBook latencies() {
        return latencies;
    }

    /** Whether simulated time runs. */
    boolean isLive() {
        return exchange.health().simulatedMillis() > 0;
    }

    LiveHealth health() {
        return exchange.health();
    }

    LiveCounts counts() {
        return exchange.counts();
    }
}
