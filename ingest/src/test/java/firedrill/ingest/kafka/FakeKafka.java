package firedrill.ingest.kafka;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's own in-memory clients, a broker that can be away, and a wall clock that the test moves. */
final class FakeKafka {

    private static final TopicPartition DECISIONS = new TopicPartition(Topics.DECISIONS, 0);
    /** What was on the topic before; must not be read. */
    private static final long END = 40;

    /** Confirms at once while the broker is up. */
    final class FakeProducer extends MockProducer<byte[], byte[]> {
        FakeProducer() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (!isKnown) {
                // As the real producer does: by the callback, on the sender's thread.
                callback.onCompletion(null, new TimeoutException("not present in metadata after 1 ms."));
                return CompletableFuture.failedFuture(new TimeoutException());
            }
            Future<RecordMetadata> sent = super.send(record, callback);
            if (record.topic().equals(Topics.EVENTS)) {
                events.add(event(record.value()));
            }
            if (isUp) {
                completeNext();
            }
            return sent;
        }
    }

    /** Each poll takes a millisecond, in which the next scripted thing happens. */
    final class FakeConsumer extends MockConsumer<byte[], byte[]> {
        FakeConsumer() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            nanos += 1_000_000;
            Runnable next = script.poll();
            if (next != null) {
                next.run();
            }
            return super.poll(timeout);
        }
    }

    final FakeProducer producer = new FakeProducer();
    final FakeConsumer consumer = new FakeConsumer();
    /** What happens at the next polls. */
    final Deque<Runnable> script = new ArrayDeque<>();

    long nanos = 1_000_000_000;
    private boolean isUp = true;
    private boolean isKnown = true;
    /** All that were sent. */
    final List<ExchangeEvent> events = new ArrayList<>();

    private int answeredCount;
    private long offset = END;

    FakeKafka() {
        consumer.updatePartitions(Topics.DECISIONS, List.of(new PartitionInfo(Topics.DECISIONS, 0, null, null, null)));
        consumer.updateEndOffsets(Map.of(DECISIONS, END));
        consumer.updateBeginningOffsets(Map.of(DECISIONS, 0L));
    }

    WallClock wall() {
        return new WallClock(Clock.fixed(Instant.ofEpochSecond(9), ZoneOffset.UTC), () -> nanos);
    }

    /** At each of {@code polls} polls, after those scripted before, {@code then} happens. */
    void script(int polls, Runnable then) {
        for (int poll = 0; poll < polls; poll++) {
            script.add(then);
        }
    }

    void disconnect() {
        isUp = false;
    }

    /** The producer forgets the brokers too, as it does when all of them have been away for a moment. */
    void forgetBrokers() {
        isUp = false;
        isKnown = false;
    }

    void reconnect() {
        isUp = true;
        isKnown = true;
        while (producer.completeNext()) {
            // Confirms in the order of sending.
        }
    }

    /** Lets everything through that asked since the last call. */
    void allowAll() {
        for (ExchangeEvent event : events.subList(answeredCount, events.size())) {
            if (event.requiresDecision()) {
                addDecision(Long.toString(event.id()));
            }
        }
        answeredCount = events.size();
    }

    void addDecision(String value) {
        consumer.addRecord(new ConsumerRecord<>(
                Topics.DECISIONS, 0, offset++, new byte[0], value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads what {@link #addDecision} wrote: the id of an event that is allowed. */
    static Answer decode(byte[] value) {
        long eventId = Long.parseLong(new String(value, StandardCharsets.UTF_8));
        return Answer.of(eventId, Action.ALLOW);
    }

    private static ExchangeEvent event(byte[] value) {
        try {
            return EventCodec.decode(value);
        } catch (MalformedMessageException broken) {
            throw new AssertionError(broken);
        }
    }

    List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : on(Topics.OUTCOMES)) {
            try {
                outcomes.add(OutcomeCodec.decode(record.value()));
            } catch (MalformedMessageException broken) {
                throw new AssertionError(broken);
            }
        }
        return outcomes;
    }

    List<ProducerRecord<byte[], byte[]>> on(String topic) {
        return producer.history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    static long publishedMicros(ProducerRecord<byte[], byte[]> record) {
        return ByteBuffer.wrap(record.headers()
                        .lastHeader(Topics.PUBLISHED_MICROS_HEADER)
                        .value())
                .getLong();
    }
}
