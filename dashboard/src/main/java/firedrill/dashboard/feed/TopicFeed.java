package firedrill.dashboard.feed;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.MalformedEventException;
import firedrill.ingest.event.OutcomeCodec;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.TruthCodec;
import firedrill.ingest.publish.KafkaSettings;
import firedrill.scoring.decision.ControlCodec;
import firedrill.scoring.decision.DeadLetterCodec;
import firedrill.scoring.decision.DecisionCodec;
import firedrill.scoring.decision.MalformedMessageException;
import firedrill.scoring.decision.ShadowCodec;
import firedrill.scoring.decision.SignalCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads all topics of a run but the models, from where they ended when the feed was made, and tells a listener.
 *
 * <p>Truth is told before events, events before decisions and decisions before outcomes of the same fetch; between
 * fetches any order may arise, and whoever listens must not mind.
 */
public final class TopicFeed implements AutoCloseable {

    private static final List<String> IN_ORDER_OF_TELLING = List.of(
            Topics.TRUTH,
            Topics.EVENTS,
            Topics.DECISIONS,
            Topics.SHADOW,
            Topics.OUTCOMES,
            Topics.CONTROL,
            Topics.SIGNALS,
            Topics.DEADLETTER);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final RunListener listener;
    private final Thread thread = new Thread(this::run, "firedrill-feed");
    private volatile boolean isClosing;
    private volatile boolean isCaughtUp;

    /** A feed that begins at the present end of the topics, which must exist. */
    public TopicFeed(KafkaSettings kafka, RunListener listener) {
        this.consumer = kafka.consumer("firedrill-feed");
        this.listener = listener;
        var partitions = new ArrayList<TopicPartition>();
        IN_ORDER_OF_TELLING.forEach(topic -> consumer.partitionsFor(topic)
                .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition()))));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Starts reading, on a thread of its own. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until everything that stands on the topics by now was told, at most {@code limit}. */
    public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
        isCaughtUp = false;
        long rounds = limit.dividedBy(PATIENCE);
        for (long round = 0; round < rounds && !isCaughtUp; round++) {
            Thread.sleep(PATIENCE.toMillis());
        }
        return isCaughtUp;
    }

    private void run() {
        try (consumer) {
            while (!isClosing) {
                read();
            }
        } catch (WakeupException closing) {
            // close() asked for it.
        }
    }

    private void read() {
        boolean isAsked = !isCaughtUp;
        var records = consumer.poll(PATIENCE);
        for (var topic : IN_ORDER_OF_TELLING) {
            records.records(topic).forEach(this::tell);
        }
        if (isAsked && records.isEmpty()) {
            isCaughtUp = isAtEnd();
        }
    }

    private boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void tell(ConsumerRecord<byte[], byte[]> entry) {
        try {
            switch (entry.topic()) {
                case Topics.EVENTS -> listener.event(EventCodec.decode(entry.value()));
                case Topics.OUTCOMES -> listener.outcome(OutcomeCodec.decode(entry.value()));
                case Topics.TRUTH -> listener.truth(TruthCodec.decode(entry.value()));
                case Topics.DECISIONS -> listener.decision(DecisionCodec.decode(entry.value()));
                case Topics.SHADOW -> listener.shadow(ShadowCodec.decode(entry.value()));
                case Topics.CONTROL ->
                    listener.control(ControlCodec.decode(entry.value()).numbered(entry.offset() + 1));
                case Topics.SIGNALS -> listener.signal(SignalCodec.decode(entry.value()));
                default -> listener.deadLetter(DeadLetterCodec.decode(entry.value()));
            }
        } catch (MalformedEventException | MalformedMessageException malformed) {
            listener.unreadable(entry.topic(), String.valueOf(malformed.getMessage()));
        }
    }

    /** Stops reading and gives the connection back. */
    @Override
    public void close() {
        isClosing = true;
        consumer.wakeup();
        Utils.closeQuietly(() -> thread.join(FAREWELL.toMillis()), "feed");
    }
}
