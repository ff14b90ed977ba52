package firedrill.dashboard.bench;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.kafka.KafkaSettings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes a recording to the job or the relay, slice by slice, and measures the answers.
 *
 * <p>Open loop: events are due at fixed moments whatever happens to those before them.
 */
final class LoadGenerator implements AutoCloseable {

    private static final Duration WARM_UP = Duration.ofMillis(500);
    /** Time after which the last answers of a slice count as lost. */
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);

    private final int ratePerSecond;
    private final EventRecording recording;
    private final Producer<byte[], byte[]> producer;
    private final AnswerListener listener;
    private long sent;

    /** @param routes routes of the answers */
    LoadGenerator(int ratePerSecond, KafkaSettings kafka, EventRecording recording, List<RequestRoute> routes) {
        this.ratePerSecond = ratePerSecond;
        this.recording = recording;
        producer = kafka.producer("bench-sender");
        listener = new AnswerListener(kafka, routes);
    }

    /** Plays for {@code length}, and returns when everything is answered or counts as lost. */
    LoadSlice run(RequestRoute route, Duration length) throws InterruptedException {
        int events = (int) (length.toNanos() * ratePerSecond / 1_000_000_000L);
        long startNanos = System.nanoTime();
        var current = new LoadSlice(route, sent + 1, events, startNanos + WARM_UP.toNanos());
        listener.setSlice(current);
        for (int i = 0; i < events; i++) {
            long dueNanos = startNanos + i * 1_000_000_000L / ratePerSecond;
            awaitNanos(dueNanos);
            send(recording.eventAt(sent), current, dueNanos);
            sent++;
        }
        long endNanos = System.nanoTime() + DRAIN_TIMEOUT.toNanos();
        while (current.unanswered() > 0 && System.nanoTime() < endNanos) {
            Thread.sleep(10); // Between two looks at the condition; the answers carry their own times.
        }
        return current;
    }

    private static void awaitNanos(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(ExchangeEvent event, LoadSlice current, long dueNanos) {
        var message = new ProducerRecord<>(
                current.route().requestTopic(), 0, EventCodec.key(event.userId()), EventCodec.encode(event));
        message.headers().add(Topics.PUBLISHED_MICROS_HEADER, micros(Instant.now()));
        if (event.requiresDecision()) {
            message.headers().add(KafkaRelay.AWAITS_ANSWER_HEADER, new byte[0]);
            current.recordRequest(event.id(), dueNanos);
        }
        // A lost record shows as a request without an answer.
        var unused = producer.send(message);
    }

    private static byte[] micros(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return ByteBuffer.allocate(Long.BYTES).putLong(micros).array();
    }

    @Override
    public void close() throws InterruptedException {
        producer.close(Duration.ofSeconds(1));
        listener.close();
    }
}
