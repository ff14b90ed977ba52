package firedrill.ingest.kafka;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.Truth;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.ingest.event.wire.TruthCodec;
import firedrill.ingest.exchange.ExchangeListener;
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
final class KafkaPublisher implements ExchangeListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);

    /** How often it is said that nothing goes on. */
    private static final Duration REMINDER = Duration.ofSeconds(5);

    private static final int ATTEMPT_EVERY = 256;
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final Producer<byte[], byte[]> producer;
    private final WallClock wall;
    private final AnswerTracker ledger;
    private final long maxBuffered;
    /** Told, but not taken by the producer yet; oldest first. */
    private final Deque<ProducerRecord<byte[], byte[]>> buffered = new ArrayDeque<>();

    private final AtomicLong confirmed = new AtomicLong();
    private final AtomicLong lastConfirmedNanos = new AtomicLong();
    private final AtomicReference<@Nullable Exception> rejection = new AtomicReference<>();
    private long recordCount;
    private long events;
    private volatile boolean isAborted;

    KafkaPublisher(Producer<byte[], byte[]> producer, WallClock wall, AnswerTracker ledger, long mostWaiting) {
        this.producer = producer;
        this.wall = wall;
        this.ledger = ledger;
        this.maxBuffered = mostWaiting;
        lastConfirmedNanos.set(wall.monotonicNanos());
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        events++;
        var record = new ProducerRecord<>(Topics.EVENTS, EventCodec.key(event.userId()), EventCodec.encode(event));
        byte[] publishedMicros =
                ByteBuffer.allocate(Long.BYTES).putLong(wall.epochMicros()).array();
        record.headers().add(Topics.PUBLISHED_MICROS_HEADER, publishedMicros);
        if (event.requiresDecision()) {
            ledger.expect(event.id(), wall.monotonicNanos());
        }
        send(record);
    }

    @Override
    public void onOutcome(Outcome outcome) {
        send(new ProducerRecord<>(Topics.OUTCOMES, EventCodec.key(outcome.userId()), OutcomeCodec.encode(outcome)));
    }

    @Override
    public void onTruth(Truth truth) {
        send(new ProducerRecord<>(Topics.TRUTH, EventCodec.key(truth.userId()), TruthCodec.encode(truth)));
    }

    /** Events told so far. */
    long eventCount() {
        return events;
    }

    /** Records told that the broker has not confirmed. */
    long unconfirmedCount() {
        return recordCount - confirmed.get();
    }

    /** For how long records have been waiting without any being confirmed. */
    Duration stallDuration() {
        if (unconfirmedCount() == 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, wall.monotonicNanos() - lastConfirmedNanos.get()));
    }

    /**
     * Gives the producer what it did not take before; to be called now and then, and it does not block.
     *
     * @throws IllegalStateException if the broker refused a record for good (too large, not allowed): the tape has a hole
     */
    void retryPending() {
        push();
        requireWhole();
    }

    /** Ends a wait for a broker that does not come back; what waited is dropped. Any thread may call it. */
    void abort() {
        isAborted = true;
    }

    /** Waits for what is under way, but not longer than {@code patience}. */
    void close(Duration patience) {
        push();
        if (!buffered.isEmpty()) {
            LOG.warn("Kafka never took the last {} records", buffered.size());
        }
        producer.close(patience);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (unconfirmedCount() == 0) {
            lastConfirmedNanos.set(wall.monotonicNanos());
        }
        recordCount++;
        buffered.add(record);
        // While older ones wait, few attempts: each that fails costs a moment.
        if (buffered.size() % ATTEMPT_EVERY == 1) {
            push();
        }
        if (buffered.size() > maxBuffered) {
            block();
        }
    }

    private void push() {
        while (!buffered.isEmpty() && isTaken(buffered.getFirst())) {
            buffered.removeFirst();
        }
    }

    private void requireWhole() {
        Exception refused = rejection.get();
        if (refused != null) {
            throw new IllegalStateException("Kafka refused a record for good: " + refused.getMessage(), refused);
        }
    }

    private void block() {
        long saidNanos = wall.monotonicNanos();
        while (buffered.size() > maxBuffered) {
            if (isAborted) {
                throw new IllegalStateException(
                        "stopped while Kafka was away and " + buffered.size() + " records waited");
            }
            requireWhole();
            LockSupport.parkNanos(PAUSE_NANOS);
            push();
            if (wall.monotonicNanos() - saidNanos > REMINDER.toNanos()) {
                saidNanos = wall.monotonicNanos();
                LOG.warn("Kafka takes no more records, {} wait; trying again", buffered.size());
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
        lastConfirmedNanos.set(wall.monotonicNanos());
        if (refused != null) {
            rejection.compareAndSet(null, refused);
        }
    }
}
