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
 * The exchange against the wall clock: events out, answers in, and a deadline for each.
 *
 * <p>One thread does everything: it steps simulated time to where the wall clock says, publishes what happened, reads
 * what was decided and applies it, and lets the exchange's fail mode settle what has waited too long. Late answers are
 * still applied.
 *
 * <p>While the broker is away, events wait in memory in their order and deadlines are missed, as at a real exchange; when
 * too many wait ({@link LiveSettings#maxUnconfirmedRecords}), simulated time stands until the broker is back, and then catches
 * up as {@link SimulationPacer} says. No event is dropped.
 */
public final class LiveExchange implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveExchange.class);

    /** Simulated; small, so that few requests are told before the scorer is there. */
    private static final long WARMUP_STEP_MILLIS = 100;

    private static final Duration POLL = Duration.ofMillis(1);
    /** Confirmations usually take a few milliseconds. */
    private static final Duration STALL_THRESHOLD = Duration.ofSeconds(1);
    /** How long what was told last may take to reach the broker when everything ends. */
    private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(5);

    private final LiveSettings settings;
    private final WallClock wall;
    private final AnswerTracker ledger;
    private final KafkaPublisher tape;
    private final Consumer<byte[], byte[]> consumer;
    private final Exchange exchange;
    private final AnswerProcessor desk;
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private @Nullable SimulationPacer pacer;
    private long history;
    private volatile boolean stopping;
    private volatile LiveCounters counters = LiveCounters.NONE;
    private volatile LiveHealth health = new LiveHealth(LivePhase.STARTING, "", 0, 0, 0);

    /**
     * An exchange that starts when it is run.
     *
     * @param exchange makes the exchange that tells its events to the given tape; only the running thread uses it
     * @param decoder from the value of a decision to its answer; what it throws makes the record unreadable, no more
     */
    public LiveExchange(
            KafkaSettings kafka,
            LiveSettings settings,
            WallClock wall,
            Function<ExchangeListener, Exchange> exchange,
            Function<byte[], Answer> decoder,
            DecisionLatencyListener listener) {
        this(
                kafka.nonBlockingProducer("firedrill-exchange"),
                kafka.consumer("firedrill-exchange"),
                settings,
                wall,
                exchange,
                decoder,
                listener);
    }

    LiveExchange(
            Producer<byte[], byte[]> producer,
            Consumer<byte[], byte[]> consumer,
            LiveSettings settings,
            WallClock wall,
            Function<ExchangeListener, Exchange> exchange,
            Function<byte[], Answer> decoder,
            DecisionLatencyListener listener) {
        this.settings = settings;
        this.wall = wall;
        this.consumer = consumer;
        ledger = new AnswerTracker(settings.deadline().toNanos());
        // Once simulated time stands, an open request still has at most a missed deadline and a settlement to tell.
        tape = new KafkaPublisher(producer, wall, ledger, 4 * settings.maxUnconfirmedRecords());
        this.exchange = exchange.apply(tape);
        desk = new AnswerProcessor(this.exchange, ledger, wall, decoder, listener);
    }

    /** Tells history, then lives until {@link #close} is called or Kafka refuses a record for good. */
    @Override
    public void run() {
        if (!isStarted.compareAndSet(false, true)) {
            throw new IllegalStateException("an exchange lives once");
        }
        try (tape;
                consumer) {
            DecisionConsumer answers = new DecisionConsumer(consumer);
            tellHistory();
            open(answers);
            pacer = new SimulationPacer(exchange.nowMillis(), settings.speed(), wall.monotonicNanos());
            while (!stopping) {
                step(pacer, answers);
            }
            drain(pacer, answers);
            tape.close(FLUSH_TIMEOUT);
            report(LivePhase.STOPPED, "");
        } catch (InterruptException | InterruptedException interrupted) {
            report(LivePhase.STOPPED, "interrupted");
        } catch (RuntimeException broken) {
            LOG.error("the exchange cannot go on", broken);
            report(LivePhase.FAILED, String.valueOf(broken.getMessage()));
        } finally {
            ended.countDown();
        }
    }

    /** What was told and heard so far; any thread may ask. */
    public LiveCounters counters() {
        return counters;
    }

    /** How it is going; any thread may ask. */
    public LiveHealth health() {
        return health;
    }

    /** Tells nothing new, waits for outstanding answers as long as the settings say, and ends. */
    @Override
    public void close() throws InterruptedException {
        stop();
        if (isStarted.compareAndSet(false, true)) {
            tape.close();
            consumer.close();
            return;
        }
        Duration patience = settings.drainTimeout().plus(FLUSH_TIMEOUT).plus(FLUSH_TIMEOUT);
        if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            tape.abort();
        }
    }

    /** Asks the running thread to end as {@link #close} does, without waiting for it. */
    void stop() {
        stopping = true;
    }

    private void tellHistory() throws InterruptedException {
        report(LivePhase.HISTORY, "");
        exchange.publishHistory();
        history = tape.eventCount();
        while (tape.unconfirmedCount() > 0 && !stopping) {
            TimeUnit.MILLISECONDS.sleep(1);
            tape.retryPending();
            report(LivePhase.HISTORY, "");
        }
    }

    /**
     * Tells up to the first requests and waits for their answers, however long that takes: a scorer that still reads
     * history is not late, it is not there yet. They have no deadline, and their latency is not told.
     */
    private void open(DecisionConsumer answers) {
        while (ledger.expectedCount() == 0 && !stopping) {
            exchange.runUntil(exchange.nowMillis() + WARMUP_STEP_MILLIS);
            tape.retryPending();
        }
        while (ledger.pendingCount() > 0 && !stopping) {
            desk.process(answers.poll(POLL), exchange.nowMillis());
            tape.retryPending();
            report(LivePhase.WARMUP, "the scorer has not answered the first request yet");
        }
        desk.startDeadlines();
    }

    private void step(SimulationPacer clock, DecisionConsumer answers) {
        long nanos = wall.monotonicNanos();
        if (tape.unconfirmedCount() < settings.maxUnconfirmedRecords()) {
            exchange.runUntil(clock.advance(nanos));
        } else {
            clock.pause(nanos);
        }
        desk.process(answers.poll(POLL), clock.nowMillis());
        tape.retryPending();
        report(LivePhase.LIVE, "");
    }

    private void drain(SimulationPacer clock, DecisionConsumer answers) {
        long begin = wall.monotonicNanos();
        while (ledger.pendingCount() > 0
                && wall.monotonicNanos() - begin < settings.drainTimeout().toNanos()) {
            desk.process(answers.poll(POLL), clock.nowMillis());
            tape.retryPending();
            report(LivePhase.DRAINING, "");
        }
    }

    private void report(LivePhase phase, String detail) {
        counters = desk.counters(history, tape.eventCount());
        Duration silence = tape.stallDuration();
        boolean away = phase == LivePhase.LIVE && silence.compareTo(STALL_THRESHOLD) > 0;
        LiveHealth now = away ? health(LivePhase.BROKER_UNAVAILABLE, silenceOf(silence)) : health(phase, detail);
        if (now.phase() != health.phase()) {
            LOG.info("{} {}", now.phase(), now.detail());
        }
        health = now;
    }

    private LiveHealth health(LivePhase phase, String detail) {
        if (pacer == null) {
            return new LiveHealth(phase, detail, 0, 0, tape.unconfirmedCount());
        }
        return new LiveHealth(phase, detail, pacer.nowMillis(), pacer.lagMillis(), tape.unconfirmedCount());
    }

    private String silenceOf(Duration silence) {
        String clock = tape.unconfirmedCount() < settings.maxUnconfirmedRecords() ? "" : " and simulated time stands";
        return "Kafka has confirmed nothing for " + silence.toSeconds() + " s; " + tape.unconfirmedCount()
                + " records wait" + clock;
    }
}
