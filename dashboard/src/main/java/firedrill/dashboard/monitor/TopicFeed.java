package firedrill.dashboard.monitor;

import firedrill.dashboard.health.FailureCause;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.ingest.event.wire.TruthCodec;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.DeadLetterCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ShadowCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all topics of a run except the models, from their ends at construction on, and passes the records to a listener.
 *
 * <p>Within one fetch, ground truth precedes events, events precede decisions and decisions precede outcomes; between
 * fetches any order is possible, and the listener must accept it.
 */
public final class TopicFeed implements AutoCloseable {

    private static final List<String> DISPATCH_ORDER = List.of(
            Topics.TRUTH,
            Topics.EVENTS,
            Topics.DECISIONS,
            Topics.SHADOW,
            Topics.OUTCOMES,
            Topics.CONTROL,
            Topics.SIGNALS,
            Topics.DEADLETTER);
    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicListener listener;
    private final Thread thread = new Thread(this::run, "firedrill-monitor");
    private volatile boolean isClosing;
    private volatile boolean isCaughtUp;
    private volatile String failure = "";

    /** A feed that begins at the present end of the topics, which must exist. */
    public TopicFeed(KafkaSettings kafka, TopicListener listener) {
        this.consumer = kafka.consumer("firedrill-monitor");
        this.listener = listener;
        var partitions = new ArrayList<TopicPartition>();
        DISPATCH_ORDER.forEach(topic -> consumer.partitionsFor(topic)
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

    /** Waits until every record up to the current ends was passed on, at most {@code limit}. */
    public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
        isCaughtUp = false;
        long rounds = limit.dividedBy(POLL_TIMEOUT);
        for (long round = 0; round < rounds && !isCaughtUp && failure.isEmpty(); round++) {
            // The reading thread looks at the ends once per poll; a shorter wait would see nothing new.
            Thread.sleep(POLL_TIMEOUT.toMillis());
        }
        return isCaughtUp;
    }

    private void run() {
        try (consumer) {
            while (!isClosing) {
                poll();
            }
        } catch (WakeupException closing) {
            // close() asked for it.
        } catch (RuntimeException broken) {
            LOG.error("the topics are not read any more", broken);
            failure = FailureCause.of(broken);
        }
    }

    /** Why reading has ended, in words; empty while it goes on. */
    public String failure() {
        return failure;
    }

    private void poll() {
        boolean isAsked = !isCaughtUp;
        var records = consumer.poll(POLL_TIMEOUT);
        for (var topic : DISPATCH_ORDER) {
            records.records(topic).forEach(this::dispatch);
        }
        if (isAsked && records.isEmpty()) {
            isCaughtUp = isAtEnd();
        }
    }

    private boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void dispatch(ConsumerRecord<byte[], byte[]> entry) {
        if (OrderRecords.isVoid(entry)) {
            return;
        }
        try {
            switch (entry.topic()) {
                case Topics.EVENTS -> listener.onEvent(EventCodec.decode(entry.value()));
                case Topics.OUTCOMES -> listener.onOutcome(OutcomeCodec.decode(entry.value()));
                case Topics.TRUTH -> listener.onTruth(TruthCodec.decode(entry.value()));
                case Topics.DECISIONS -> listener.onDecision(DecisionCodec.decode(entry.value()));
                case Topics.SHADOW -> listener.onShadowScore(ShadowCodec.decode(entry.value()));
                case Topics.CONTROL ->
                    listener.onControl(ControlCodec.decode(entry.value()).withVersion(entry.offset() + 1));
                case Topics.SIGNALS -> listener.onSignal(SignalCodec.decode(entry.value()));
                default -> listener.onDeadLetter(DeadLetterCodec.decode(entry.value()));
            }
        } catch (MalformedMessageException malformed) {
            listener.onUnreadable(entry.topic(), String.valueOf(malformed.getMessage()));
        }
    }

    /** Stops reading and gives the connection back. */
    @Override
    public void close() {
        isClosing = true;
        consumer.wakeup();
        Utils.closeQuietly(() -> thread.join(JOIN_TIMEOUT.toMillis()), "feed");
    }
}
