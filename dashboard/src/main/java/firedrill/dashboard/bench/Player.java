package firedrill.dashboard.bench;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Topics;
import firedrill.ingest.publish.KafkaSettings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Plays a recording to the job or to the relay, slice by slice, and hears the answers.
 *
 * <p>Open loop: events are due at fixed moments whatever happens to those before them.
 */
final class Player implements AutoCloseable {

    private static final Duration SETTLE = Duration.ofMillis(500);
    /** How long the last answers of a slice may take before they count as lost. */
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final int ratePerSecond;
    private final Recording recording;
    private final Producer<byte[], byte[]> producer;
    private final Listener listener;
    private long sent;

    /** @param routes on which answers are heard */
    Player(int ratePerSecond, KafkaSettings kafka, Recording recording, List<Route> routes) {
        this.ratePerSecond = ratePerSecond;
        this.recording = recording;
        producer = kafka.producer("bench-sender");
        listener = new Listener(kafka, routes);
    }

    /** Plays for {@code length}, and returns when everything is answered or counts as lost. */
    Slice play(Route route, Duration length) throws InterruptedException {
        int events = (int) (length.toNanos() * ratePerSecond / 1_000_000_000L);
        long startNanos = System.nanoTime();
        var current = new Slice(route, sent + 1, events, startNanos + SETTLE.toNanos());
        listener.listenFor(current);
        for (int i = 0; i < events; i++) {
            long dueNanos = startNanos + i * 1_000_000_000L / ratePerSecond;
            awaitNanos(dueNanos);
            send(recording.at(sent), current, dueNanos);
            sent++;
        }
        long endNanos = System.nanoTime() + DRAIN.toNanos();
        while (current.waiting() > 0 && System.nanoTime() < endNanos) {
            Thread.sleep(10); // Between two looks at the condition; the answers carry their own times.
        }
        return current;
    }

    private static void awaitNanos(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(ExchangeEvent event, Slice current, long dueNanos) {
        var message = new ProducerRecord<>(
                current.route().requests(), 0, EventCodec.key(event.userId()), EventCodec.encode(event));
        message.headers().add(Topics.PUBLISHED_MICROS, micros(Instant.now()));
        if (event.awaitsAnswer()) {
            message.headers().add(Relay.ASKS, new byte[0]);
            current.asked(event.id(), dueNanos);
        }
        // What is lost shows as a request without an answer.
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
