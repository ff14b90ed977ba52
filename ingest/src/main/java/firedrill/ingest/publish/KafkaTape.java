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
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what happens on Kafka, in order, and gives no record up while the broker is away.
 *
 * <p>Used by one thread; the producer's own thread confirms.
 */
final class KafkaTape implements Tape, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTape.class);

    private final Producer<byte[], byte[]> producer;
    private final Wall wall;
    private final AnswerLedger ledger;
    private final AtomicLong confirmed = new AtomicLong();
    private final AtomicLong lastConfirmedNanos = new AtomicLong();
    private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
    private long sent;
    private long events;
    private volatile boolean abandoned;

    KafkaTape(Producer<byte[], byte[]> producer, Wall wall, AnswerLedger ledger) {
        this.producer = producer;
        this.wall = wall;
        this.ledger = ledger;
        // Known before the first record, so that none waits for a broker that goes away just then.
        List.of(Topics.EVENTS, Topics.OUTCOMES, Topics.TRUTH).forEach(producer::partitionsFor);
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

    /** Records that the broker has not confirmed. */
    long unconfirmed() {
        return sent - confirmed.get();
    }

    /** For how long records have been waiting without any being confirmed. */
    Duration silence() {
        if (unconfirmed() == 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, wall.nanos() - lastConfirmedNanos.get()));
    }

    /** Throws if the broker refused a record for good (too large, not allowed): the tape has a hole then. */
    void requireWhole() {
        Exception refused = refusal.get();
        if (refused != null) {
            throw new IllegalStateException("Kafka refused a record for good: " + refused.getMessage(), refused);
        }
    }

    /** Ends a wait for a broker that does not come back; what waited is dropped. Any thread may call it. */
    void abandon() {
        abandoned = true;
    }

    /** Waits for what is under way, but not longer than {@code patience}. */
    void close(Duration patience) {
        producer.close(patience);
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (unconfirmed() == 0) {
            lastConfirmedNanos.set(wall.nanos());
        }
        sent++;
        while (!abandoned) {
            var attempt = new Attempt();
            // The attempt is told everything that the future would say.
            var unused = producer.send(record, attempt);
            if (!attempt.isTurnedAway) {
                return;
            }
            LOG.warn("Kafka takes no more records, {} wait; trying again", unconfirmed());
        }
        throw new IllegalStateException("stopped while Kafka was away with " + unconfirmed() + " records waiting");
    }

    /**
     * Hears what became of one record. A producer that has no room, or does not know the topic yet, says so at once, on
     * the thread that sends; that record was never taken, and is tried again.
     */
    private final class Attempt implements Callback {

        private final Thread sender = Thread.currentThread();
        private boolean isTurnedAway;

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception refused) {
            if (refused instanceof TimeoutException && Thread.currentThread() == sender) {
                isTurnedAway = true;
            } else {
                confirm(refused);
            }
        }
    }

    private void confirm(@Nullable Exception refused) {
        confirmed.incrementAndGet();
        lastConfirmedNanos.set(wall.nanos());
        if (refused != null) {
            refusal.compareAndSet(null, refused);
        }
    }
}
