package firedrill.ingest.kafka;

import firedrill.ingest.event.DepartureRisk;
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
 * Publishes in order; buffers while the broker is unavailable.
 *
 * <p>A record that the producer does not accept at once, because it knows no broker or its memory is full, is buffered
 * ahead of all later ones, so publishing does not block. With {@code maxBuffered} records it blocks until the producer
 * accepts some. Used by one thread; the producer's own thread confirms.
 */
final class KafkaPublisher implements ExchangeListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);

    /** Time for the buffered records, and then for the unconfirmed ones, to reach the broker on closing. */
    static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(5);

    /** Interval of the warning while publishing is blocked. */
    private static final Duration REMINDER = Duration.ofSeconds(5);

    private static final int ATTEMPT_EVERY = 256;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Producer<byte[], byte[]> producer;
    private final WallClock clock;
    private final AnswerTracker tracker;
    private final long maxBuffered;
    /** Published, but not accepted by the producer; oldest first. */
    private final Deque<ProducerRecord<byte[], byte[]>> buffered = new ArrayDeque<>();

    /** Records that the broker confirmed or that failed permanently. */
    private final AtomicLong confirmed = new AtomicLong();

    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong lastConfirmedNanos = new AtomicLong();
    private final AtomicReference<@Nullable Exception> rejection = new AtomicReference<>();
    private long recordCount;
    private long events;
    private boolean isClosed;
    private volatile boolean isAborted;

    KafkaPublisher(Producer<byte[], byte[]> producer, WallClock clock, AnswerTracker tracker, long maxBuffered) {
        this.producer = producer;
        this.clock = clock;
        this.tracker = tracker;
        this.maxBuffered = maxBuffered;
        lastConfirmedNanos.set(clock.monotonicNanos());
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        events++;
        var record = new ProducerRecord<>(Topics.EVENTS, EventCodec.key(event.userId()), EventCodec.encode(event));
        byte[] publishedMicros =
                ByteBuffer.allocate(Long.BYTES).putLong(clock.epochMicros()).array();
        record.headers().add(Topics.PUBLISHED_MICROS_HEADER, publishedMicros);
        if (event.requiresDecision()) {
            tracker.expect(event.id(), clock.monotonicNanos());
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

    @Override
    public void onDepartureRisk(DepartureRisk risk) {
        send(new ProducerRecord<>(Topics.TRUTH, EventCodec.key(risk.userId()), TruthCodec.encode(risk)));
    }

    /** Number of published events. */
    long eventCount() {
        return events;
    }

    /** Number of published records that the broker has not confirmed. */
    long unconfirmedCount() {
        return recordCount - confirmed.get();
    }

    /** Time since the last confirmation while records are unconfirmed; zero otherwise. */
    Duration stallDuration() {
        if (unconfirmedCount() == 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, clock.monotonicNanos() - lastConfirmedNanos.get()));
    }

    /**
     * Offers buffered records to the producer again, without blocking; to be called regularly.
     *
     * @throws IllegalStateException if the broker has rejected a record permanently (too large, not allowed)
     */
    void retryPending() {
        push();
        requireNoRejection();
    }

    /** Ends each wait for an unavailable broker, also that of {@link #close()}. Thread-safe. */
    void abort() {
        isAborted = true;
    }

    /** Number of published records that did not reach the broker; final once the publisher is closed. */
    long lostCount() {
        return unconfirmedCount() + failed.get();
    }

    /** {@link #close(Duration)} with {@link #FLUSH_TIMEOUT}; at once if aborted or if the thread is interrupted. */
    @Override
    public void close() {
        boolean isUrgent = isAborted || Thread.currentThread().isInterrupted();
        close(isUrgent ? Duration.ZERO : FLUSH_TIMEOUT);
    }

    /**
     * Offers the buffered records to the producer for {@code timeout}, waits as long for confirmations, and logs how many
     * records are lost. Once closed, further calls do nothing.
     */
    void close(Duration timeout) {
        if (isClosed) {
            return;
        }
        isClosed = true;
        flush(timeout);
        try {
            producer.close(timeout);
        } finally {
            if (lostCount() > 0) {
                LOG.warn("{} records did not reach Kafka, {} of them never accepted", lostCount(), buffered.size());
            }
        }
    }

    private void flush(Duration timeout) {
        push();
        for (long attempts = timeout.dividedBy(PAUSE); attempts > 0 && !buffered.isEmpty() && !isAborted; attempts--) {
            LockSupport.parkNanos(PAUSE.toNanos());
            push();
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (unconfirmedCount() == 0) {
            lastConfirmedNanos.set(clock.monotonicNanos());
        }
        recordCount++;
        buffered.add(record);
        // While older records are buffered, attempts are few: each failed one costs a millisecond.
        if (buffered.size() % ATTEMPT_EVERY == 1) {
            push();
        }
        if (buffered.size() > maxBuffered) {
            block();
        }
    }

    private void push() {
        while (!buffered.isEmpty() && isAccepted(buffered.getFirst())) {
            buffered.removeFirst();
        }
    }

    private void requireNoRejection() {
        Exception exception = rejection.get();
        if (exception != null) {
            throw new IllegalStateException(
                    "Kafka rejected a record permanently: " + exception.getMessage(), exception);
        }
    }

    private void block() {
        long warnedNanos = clock.monotonicNanos();
        while (buffered.size() > maxBuffered) {
            if (isAborted) {
                throw new IllegalStateException(
                        "stopped while Kafka was unavailable and " + buffered.size() + " records were buffered");
            }
            requireNoRejection();
            LockSupport.parkNanos(PAUSE.toNanos());
            push();
            if (clock.monotonicNanos() - warnedNanos > REMINDER.toNanos()) {
                warnedNanos = clock.monotonicNanos();
                LOG.warn("Kafka accepts no records, {} buffered; retrying", buffered.size());
            }
        }
    }

    /** Whether the producer accepted the record; a time-out on the calling thread means that it did not. */
    private boolean isAccepted(ProducerRecord<byte[], byte[]> record) {
        Thread caller = Thread.currentThread();
        AtomicBoolean isAccepted = new AtomicBoolean(true);
        // The callback receives everything that the future would.
        var unused = producer.send(record, (metadata, exception) -> {
            if (exception instanceof TimeoutException && Thread.currentThread() == caller) {
                isAccepted.set(false);
            } else {
                confirm(exception);
            }
        });
        return isAccepted.get();
    }

    private void confirm(@Nullable Exception exception) {
        confirmed.incrementAndGet();
        lastConfirmedNanos.set(clock.monotonicNanos());
        if (exception != null) {
            failed.incrementAndGet();
            rejection.compareAndSet(null, exception);
        }
    }
}
