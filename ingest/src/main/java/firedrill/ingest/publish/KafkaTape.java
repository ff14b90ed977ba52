package firedrill.ingest.publish;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.OutcomeCodec;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.Truth;
import firedrill.ingest.event.TruthCodec;
import firedrill.ingest.exchange.Tape;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what happens on Kafka, in order, and gives no record up while the broker is away.
 *
 * <p>What the producer does not take at once, because it knows no broker or its memory is full, waits here in front of
 * everything that comes later, so telling does not block; only when {@code mostWaiting} wait here does it block until the
 * producer takes some. Used by one thread; the producer's own thread confirms.
 */
final class KafkaTape implements Tape, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTape.class);

    /** How often it is said that nothing goes on. */
    private static final Duration REMINDER = Duration.ofSeconds(5);

    private static final int ATTEMPT_EVERY = 256;
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final Producer<byte[], byte[]> producer;
    private final Wall wall;
    private final AnswerLedger ledger;
    private final long mostWaiting;
    /** Told, but not taken by the producer yet; oldest first. */
    private final Deque<ProducerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();

    private final AtomicLong confirmed = new AtomicLong();
    private final AtomicLong lastConfirmedNanos = new AtomicLong();
    private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
    private long told;
    private long events;
    private volatile boolean abandoned;

    KafkaTape(Producer<byte[], byte[]> producer, Wall wall, AnswerLedger ledger, long mostWaiting) {
        this.producer = producer;
        this.wall = wall;
        this.ledger = ledger;
        this.mostWaiting = mostWaiting;
        lastConfirmedNanos.set(wall.nanos());
    }

    @Override
    public void event(ExchangeEvent event) {
        events++;
        var record = new ProducerRecord<>(Topics.EVENTS, EventCodec.key(event.userId()), EventCodec.encode(event));
        byte[] publishedMicros =
                ByteBuffer.allocate(Long.BYTES).putLong(wall.micros()).array();
        record.headers().add(Topics.PUBLISHED_MICROS, publishedMicros);
        if (event.awaitsAnswer()) {
            ledger.ask(event.id(), wall.nanos());
        }
        send(record);
    }

    @Override
    public void outcome(Outcome outcome) {
        send(new ProducerRecord<>(Topics.OUTCOMES, EventCodec.key(outcome.userId()), OutcomeCodec.encode(outcome)));
    }

    @Override
    public void truth(Truth truth) {
        send(new ProducerRecord<>(Topics.TRUTH, EventCodec.key(truth.userId()), TruthCodec.encode(truth)));
    }

    /** Events told so far. */
    long events() {
        return events;
    }

    /** Records told that the broker has not confirmed. */
    long unconfirmed() {
        return told - confirmed.get();
    }

    /** For how long records have been waiting without any being confirmed. */
    Duration silence() {
        if (unconfirmed() == 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, wall.nanos() - lastConfirmedNanos.get()));
    }

    /**
     * Gives the producer what it did not take before; to be called now and then, and it does not block.
     *
     * @throws IllegalStateException if the broker refused a record for good (too large, not allowed): the tape has a hole
     */
    void tend() {
        push();
        requireWhole();
    }

    /** Ends a wait for a broker that does not come back; what waited is dropped. Any thread may call it. */
    void abandon() {
        abandoned = true;
    }

    /** Waits for what is under way, but not longer than {@code patience}. */
    void close(Duration patience) {
        push();
        if (!waiting.isEmpty()) {
            LOG.warn("Kafka never took the last {} records", waiting.size());
        }
        producer.close(patience);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (unconfirmed() == 0) {
            lastConfirmedNanos.set(wall.nanos());
        }
        told++;
        waiting.add(record);
        // While older ones wait, few attempts: each that fails costs a moment.
        if (waiting.size() % ATTEMPT_EVERY == 1) {
            push();
        }
        if (waiting.size() > mostWaiting) {
            block();
        }
    }

    private void push() {
        while (!waiting.isEmpty() && isTaken(waiting.getFirst())) {
            waiting.removeFirst();
        }
    }

    private void requireWhole() {
        Exception refused = refusal.get();
        if (refused != null) {
            throw new IllegalStateException("Kafka refused a record for good: " + refused.getMessage(), refused);
        }
    }

    private void block() {
        long saidNanos = wall.nanos();
        while (waiting.size() > mostWaiting) {
            if (abandoned) {
                throw new IllegalStateException(
                        "stopped while Kafka was away and " + waiting.size() + " records waited");
            }
            requireWhole();
            LockSupport.parkNanos(PAUSE_NANOS);
            push();
            if (wall.nanos() - saidNanos > REMINDER.toNanos()) {
                saidNanos = wall.nanos();
                LOG.warn("Kafka takes no more records, {} wait; trying again", waiting.size());
            }
        }
    }

    /** Whether the producer took charge of the record; a time-out on this very thread says that it did not. */
    private boolean isTaken(ProducerRecord<byte[], byte[]> record) {
        Thread here = Thread.currentThread();
        AtomicBoolean isTaken = new AtomicBoolean(true);
        // The callback is told everything that the future would say.
        var unused = producer.send(record, (metadata, refused) -> {
            if (refused instanceof TimeoutException && Thread.currentThread() == here) {
                isTaken.set(false);
            } else {
                confirm(refused);
            }
        });
        return isTaken.get();
    }

    private void confirm(@Nullable Exception refused) {
        confirmed.incrementAndGet();
        lastConfirmedNanos.set(wall.nanos());
        if (refused != null) {
            refusal.compareAndSet(null, refused);
        }
    }
}
