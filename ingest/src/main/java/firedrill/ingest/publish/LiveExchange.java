package firedrill.ingest.publish;

import firedrill.ingest.event.Answer;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.Tape;
import firedrill.ingest.publish.LiveHealth.Phase;
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
 * too many wait ({@link LiveSettings#mostUnconfirmed}), simulated time stands until the broker is back, and then catches
 * up as {@link Pacer} says. No event is dropped.
 */
public final class LiveExchange implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveExchange.class);

    /** Simulated; small, so that few requests are told before the scorer is there. */
    private static final long OPENING_STEP_MILLIS = 100;

    private static final Duration POLL = Duration.ofMillis(1);
    /** Confirmations usually take a few milliseconds. */
    private static final Duration SUSPICIOUS_SILENCE = Duration.ofSeconds(1);
    /** How long what was told last may take to reach the broker when everything ends. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final LiveSettings settings;
    private final Wall wall;
    private final AnswerLedger ledger;
    private final KafkaTape tape;
    private final Consumer<byte[], byte[]> consumer;
    private final Exchange exchange;
    private final AnswerDesk desk;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private @Nullable Pacer pacer;
    private long history;
    private volatile boolean stopping;
    private volatile LiveCounts counts = LiveCounts.NONE;
    private volatile LiveHealth health = new LiveHealth(Phase.STARTING, "", 0, 0, 0);

    /**
     * An exchange that starts when it is run.
     *
     * @param exchange makes the exchange that tells its events to the given tape; only the running thread uses it
     * @param decoder from the value of a decision to its answer; what it throws makes the record unreadable, no more
     */
    public LiveExchange(
            KafkaSettings kafka,
            LiveSettings settings,
            Wall wall,
            Function<Tape, Exchange> exchange,
            Function<byte[], Answer> decoder,
            LatencyListener listener) {
        this(
                kafka.impatientProducer("firedrill-exchange"),
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
            Wall wall,
            Function<Tape, Exchange> exchange,
            Function<byte[], Answer> decoder,
            LatencyListener listener) {
        this.settings = settings;
        this.wall = wall;
        this.consumer = consumer;
        ledger = new AnswerLedger(settings.deadline().toNanos());
        // Once simulated time stands, an open request still has at most a missed deadline and a settlement to tell.
        tape = new KafkaTape(producer, wall, ledger, 4 * settings.mostUnconfirmed());
        this.exchange = exchange.apply(tape);
        desk = new AnswerDesk(this.exchange, ledger, wall, decoder, listener);
    }

    /** Tells history, then lives until {@link #close} is called or Kafka refuses a record for good. */
    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            throw new IllegalStateException("an exchange lives once");
        }
        try (tape;
                consumer) {
            Answers answers = new Answers(consumer);
            tellHistory();
            open(answers);
            pacer = new Pacer(exchange.nowMillis(), settings.speed(), wall.nanos());
            while (!stopping) {
                step(pacer, answers);
            }
            drain(pacer, answers);
            tape.close(LAST_WORDS);
            report(Phase.STOPPED, "");
        } catch (InterruptException | InterruptedException interrupted) {
            report(Phase.STOPPED, "interrupted");
        } catch (RuntimeException broken) {
            LOG.error("the exchange cannot go on", broken);
            report(Phase.FAILED, String.valueOf(broken.getMessage()));
        } finally {
            ended.countDown();
        }
    }

    /** What was told and heard so far; any thread may ask. */
    public LiveCounts counts() {
        return counts;
    }

    /** How it is going; any thread may ask. */
    public LiveHealth health() {
        return health;
    }

    /** Tells nothing new, waits for outstanding answers as long as the settings say, and ends. */
    @Override
    public void close() throws InterruptedException {
        stop();
        if (begun.compareAndSet(false, true)) {
            tape.close();
            consumer.close();
            return;
        }
        Duration patience = settings.drain().plus(LAST_WORDS).plus(LAST_WORDS);
        if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            tape.abandon();
        }
    }

    /** Asks the running thread to end as {@link #close} does, without waiting for it. */
    void stop() {
        stopping = true;
    }

    private void tellHistory() throws InterruptedException {
        report(Phase.HISTORY, "");
        exchange.tellHistory();
        history = tape.events();
        while (tape.unconfirmed() > 0 && !stopping) {
            TimeUnit.MILLISECONDS.sleep(1);
            tape.tend();
            report(Phase.HISTORY, "");
        }
    }

    /**
     * Tells up to the first requests and waits for their answers, however long that takes: a scorer that still reads
     * history is not late, it is not there yet. They have no deadline, and their latency is not told.
     */
    private void open(Answers answers) {
        while (ledger.awaited() == 0 && !stopping) {
            exchange.runUntil(exchange.nowMillis() + OPENING_STEP_MILLIS);
            tape.tend();
        }
        while (ledger.waiting() > 0 && !stopping) {
            desk.hear(answers.poll(POLL), exchange.nowMillis());
            tape.tend();
            report(Phase.OPENING, "the scorer has not answered the first request yet");
        }
        desk.open();
    }

    private void step(Pacer clock, Answers answers) {
        long nanos = wall.nanos();
        if (tape.unconfirmed() < settings.mostUnconfirmed()) {
            exchange.runUntil(clock.advance(nanos));
        } else {
            clock.hold(nanos);
        }
        desk.hear(answers.poll(POLL), clock.nowMillis());
        tape.tend();
        report(Phase.LIVE, "");
    }

    private void drain(Pacer clock, Answers answers) {
        long begin = wall.nanos();
        while (ledger.waiting() > 0 && wall.nanos() - begin < settings.drain().toNanos()) {
            desk.hear(answers.poll(POLL), clock.nowMillis());
            tape.tend();
            report(Phase.DRAINING, "");
        }
    }

    private void report(Phase phase, String detail) {
        counts = desk.counts(history, tape.events());
        Duration silence = tape.silence();
        boolean away = phase == Phase.LIVE && silence.compareTo(SUSPICIOUS_SILENCE) > 0;
        LiveHealth now = away ? health(Phase.BROKER_AWAY, silenceOf(silence)) : health(phase, detail);
        if (now.phase() != health.phase()) {
            LOG.info("{} {}", now.phase(), now.detail());
        }
        health = now;
    }

    private LiveHealth health(Phase phase, String detail) {
        if (pacer == null) {
            return new LiveHealth(phase, detail, 0, 0, tape.unconfirmed());
        }
        return new LiveHealth(phase, detail, pacer.nowMillis(), pacer.behindMillis(), tape.unconfirmed());
    }

    private String silenceOf(Duration silence) {
        String clock = tape.unconfirmed() < settings.mostUnconfirmed() ? "" : " and simulated time stands";
        return "Kafka has confirmed nothing for " + silence.toSeconds() + " s; " + tape.unconfirmed() + " records wait"
                + clock;
    }
}
