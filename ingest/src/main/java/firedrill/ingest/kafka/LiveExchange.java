package firedrill.ingest.kafka;

import firedrill.ingest.event.Answer;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import firedrill.ingest.kafka.LiveHealth.LivePhase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an exchange against the wall clock: publishes events, applies decisions, enforces the decision deadline.
 *
 * <p>A single thread advances simulated time with the wall clock, publishes events, applies decisions, and applies the
 * exchange's fail mode to requests past their deadline. Late answers are still applied.
 *
 * <p>While the broker is unavailable, events are buffered in order and deadlines are missed, as at a real exchange. At
 * {@link LiveSettings#maxUnconfirmedRecords} simulated time pauses until the broker is back, and then catches up as {@link
 * SimulationPacer} says. No event is dropped.
 */
public final class LiveExchange implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveExchange.class);

    /** Simulated; small, so that few requests are published before the scorer is ready. */
    private static final long WARMUP_STEP_MILLIS = 100;

    private static final Duration POLL = Duration.ofMillis(1);
    /** Silence after which the broker counts as unavailable; confirmations usually take a few milliseconds. */
    private static final Duration STALL_THRESHOLD = Duration.ofSeconds(1);

    /** Time for the running thread to notice that it is abandoned. */
    private static final Duration ABANDON_TIMEOUT = Duration.ofSeconds(2);

    private final LiveSettings settings;
    private final WallClock wallClock;
    private final AnswerTracker tracker;
    private final KafkaPublisher publisher;
    private final Consumer<byte[], byte[]> consumer;
    private final Exchange exchange;
    private final AnswerProcessor answerProcessor;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private @Nullable SimulationPacer pacer;
    private long history;
    private volatile boolean stopping;
    private volatile boolean isAbandoned;
    private volatile LiveCounters counters = LiveCounters.NONE;
    private volatile LiveHealth health = new LiveHealth(LivePhase.STARTING, "", 0, 0, 0);
    private volatile Waits waits;

    /** Moments of the monotonic clock: of the last report, and since when something is waited for, if it is. */
    private record Waits(long reportedNanos, long stalledSinceNanos, long oldestRequestNanos) {

        /** Nothing is waited for. */
        static Waits none(long nanos) {
            return new Waits(nanos, nanos, nanos);
        }

        LiveWaits at(long nanos) {
            boolean isStalled = stalledSinceNanos != reportedNanos;
            boolean isWaiting = oldestRequestNanos != reportedNanos;
            return new LiveWaits(
                    isStalled ? millisBetween(stalledSinceNanos, nanos) : 0,
                    isWaiting ? millisBetween(oldestRequestNanos, nanos) : 0,
                    millisBetween(reportedNanos, nanos));
        }

        private static long millisBetween(long earlier, long later) {
            return TimeUnit.NANOSECONDS.toMillis(Math.max(0, later - earlier));
        }
    }

    /**
     * An exchange that starts when it is run.
     *
     * @param exchange creates the exchange that publishes to the given listener; only the running thread uses it
     * @param decoder from the value of a decision to its answer; an exception marks the record as undecodable
     */
    public LiveExchange(
            KafkaSettings kafka,
            LiveSettings settings,
            WallClock wallClock,
            Function<ExchangeListener, Exchange> exchange,
            Function<byte[], Answer> decoder,
            DecisionLatencyListener listener) {
        this(
                kafka.nonBlockingProducer("firedrill-exchange"),
                kafka.consumer("firedrill-exchange"),
                settings,
                wallClock,
                exchange,
                decoder,
                listener);
    }

    LiveExchange(
            Producer<byte[], byte[]> producer,
            Consumer<byte[], byte[]> consumer,
            LiveSettings settings,
            WallClock wallClock,
            Function<ExchangeListener, Exchange> exchange,
            Function<byte[], Answer> decoder,
            DecisionLatencyListener listener) {
        this.settings = settings;
        this.wallClock = wallClock;
        this.consumer = consumer;
        waits = Waits.none(wallClock.monotonicNanos());
        tracker = new AnswerTracker(settings.deadline().toNanos());
        // Once simulated time is paused, an open request still publishes at most a missed deadline and a settlement.
        publisher = new KafkaPublisher(producer, wallClock, tracker, 4 * settings.maxUnconfirmedRecords());
        this.exchange = exchange.apply(publisher);
        answerProcessor = new AnswerProcessor(this.exchange, tracker, wallClock, decoder, listener);
    }

    /** Publishes the history, then runs until {@link #close} is called or Kafka rejects a record permanently. */
    @Override
    public void run() {
        if (!isStarted.compareAndSet(false, true)) {
            throw new IllegalStateException("an exchange can be run only once");
        }
        try (publisher;
                consumer) {
            live();
            publisher.close();
            report(LivePhase.STOPPED, withLoss(""));
        } catch (InterruptException | InterruptedException interrupted) {
            report(LivePhase.STOPPED, withLoss("interrupted"));
        } catch (RuntimeException broken) {
            // Thrown on a thread of its own: whatever failed must show as a failed run, not as one that stands.
            LOG.error("exchange failed", broken);
            report(LivePhase.FAILED, withLoss(reason(broken)));
        } finally {
            ended.countDown();
        }
    }

    private static String reason(RuntimeException broken) {
        return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
    }

    /** Counters so far. Thread-safe. */
    public LiveCounters counters() {
        return counters;
    }

    /** Phase and health. Thread-safe. */
    public LiveHealth health() {
        return health;
    }

    /** What is waited for at this moment, and for how long. Thread-safe. */
    public LiveWaits waits() {
        return waits.at(wallClock.monotonicNanos());
    }

    /** Makes {@link #close} end at once: what is not published is dropped, and no answer is awaited. Thread-safe. */
    public void abandon() {
        isAbandoned = true;
        publisher.abort();
        stop();
    }

    /** Stops new events, waits for outstanding answers within the drain timeout, and ends. */
    @Override
    public void close() throws InterruptedException {
        stop();
        if (isStarted.compareAndSet(false, true)) {
            publisher.close();
            consumer.close();
            return;
        }
        Duration timeout = isAbandoned
                ? ABANDON_TIMEOUT
                : settings.drainTimeout().plus(KafkaPublisher.FLUSH_TIMEOUT.multipliedBy(2));
        if (!ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            publisher.abort();
        }
    }

    /** Requests the end of the running thread without waiting for it. */
    void stop() {
        stopping = true;
    }

    private void live() throws InterruptedException {
        DecisionConsumer answers = new DecisionConsumer(consumer);
        publishHistory();
        warmUp(answers);
        pacer = new SimulationPacer(exchange.nowMillis(), settings.speed(), wallClock.monotonicNanos());
        while (!stopping) {
            step(pacer, answers);
        }
        drain(pacer, answers);
    }

    /** {@code detail}, and how many published records did not reach the broker, if any. */
    private String withLoss(String detail) {
        long lost = publisher.lostCount();
        if (lost == 0) {
            return detail;
        }
        return (detail.isEmpty() ? "" : detail + "; ") + lost + " published records did not reach Kafka";
    }

    private void publishHistory() throws InterruptedException {
        report(LivePhase.HISTORY, "");
        exchange.publishHistory();
        history = publisher.eventCount();
        while (publisher.unconfirmedCount() > 0 && !stopping) {
            TimeUnit.MILLISECONDS.sleep(1); // Between two looks at the confirmations, which arrive on another thread.
            publisher.retryPending();
            report(LivePhase.HISTORY, "");
        }
    }

    /**
     * Publishes up to the first requests and waits for their answers without limit, because a scorer that still reads the
     * history is not ready. These requests have no deadline, and their latency is not reported.
     */
    private void warmUp(DecisionConsumer answers) {
        while (tracker.expectedCount() == 0 && !stopping) {
            exchange.runUntil(exchange.nowMillis() + WARMUP_STEP_MILLIS);
            publisher.retryPending();
        }
        while (tracker.pendingCount() > 0 && !stopping) {
            answerProcessor.process(answers.poll(POLL), exchange.nowMillis());
            publisher.retryPending();
            report(LivePhase.WARMUP, "the scorer has not answered the first request yet");
        }
        answerProcessor.startDeadlines();
    }

    private void step(SimulationPacer clock, DecisionConsumer answers) {
        long nanos = wallClock.monotonicNanos();
        if (publisher.unconfirmedCount() < settings.maxUnconfirmedRecords()) {
            exchange.runUntil(clock.advance(nanos));
        } else {
            clock.pause(nanos);
        }
        answerProcessor.process(answers.poll(POLL), clock.nowMillis());
        publisher.retryPending();
        report(LivePhase.LIVE, "");
    }

    private void drain(SimulationPacer clock, DecisionConsumer answers) {
        long begin = wallClock.monotonicNanos();
        while (tracker.pendingCount() > 0
                && !isAbandoned
                && wallClock.monotonicNanos() - begin < settings.drainTimeout().toNanos()) {
            answerProcessor.process(answers.poll(POLL), clock.nowMillis());
            publisher.retryPending();
            report(LivePhase.DRAINING, "");
        }
    }

    private void report(LivePhase phase, String detail) {
        counters = answerProcessor.counters(history, publisher.eventCount());
        Duration stall = publisher.stallDuration();
        long nanos = wallClock.monotonicNanos();
        waits = new Waits(nanos, nanos - stall.toNanos(), tracker.oldestPendingNanos(nanos));
        boolean isUnavailable = phase == LivePhase.LIVE && stall.compareTo(STALL_THRESHOLD) > 0;
        LiveHealth now =
                isUnavailable ? health(LivePhase.BROKER_UNAVAILABLE, stallDetail(stall)) : health(phase, detail);
        if (now.phase() != health.phase()) {
            LOG.info("{} {}", now.phase(), now.detail());
        }
        health = now;
    }

    private LiveHealth health(LivePhase phase, String detail) {
        if (pacer == null) {
            return new LiveHealth(phase, detail, 0, 0, publisher.unconfirmedCount());
        }
        return new LiveHealth(phase, detail, pacer.nowMillis(), pacer.lagMillis(), publisher.unconfirmedCount());
    }

    private String stallDetail(Duration stall) {
        String clock =
                publisher.unconfirmedCount() < settings.maxUnconfirmedRecords() ? "" : "; simulated time is paused";
        return "Kafka has confirmed nothing for " + stall.toSeconds() + " s; " + publisher.unconfirmedCount()
                + " records are buffered" + clock;
    }
}
