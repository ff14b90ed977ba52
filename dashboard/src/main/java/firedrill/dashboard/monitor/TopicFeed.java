package firedrill.dashboard.monitor;

import firedrill.dashboard.health.FailureCause;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.RunClocks;
import firedrill.ingest.event.Topics;
import firedrill.ingest.event.TruthRecord;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.ingest.event.wire.OutcomeCodec;
import firedrill.ingest.event.wire.TruthCodec;
import firedrill.ingest.kafka.KafkaSettings;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.SignalFunctions;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.DeadLetterCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ShadowCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
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

    /** In the order of their records within one fetch. */
    static final List<String> TOPICS = List.of(
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
    private final RunClocks clocks;
    private final Thread thread = new Thread(this::run, "firedrill-monitor");
    private volatile boolean isClosing;
    private volatile boolean isCaughtUp;
    private volatile String failure = "";

    /** A feed of a run whose start is not known. */
    public TopicFeed(KafkaSettings kafka, TopicListener listener) {
        this(kafka, listener, Optional.empty());
    }

    /**
     * A feed that begins at the present end of the topics, which must exist.
     *
     * @param startMillis simulated start of the run, if it is known
     */
    public TopicFeed(KafkaSettings kafka, TopicListener listener, Optional<Long> startMillis) {
        this.consumer = kafka.consumer("firedrill-monitor");
        this.listener = listener;
        this.clocks = new RunClocks(startMillis);
        var partitions = new ArrayList<TopicPartition>();
        TOPICS.forEach(topic -> consumer.partitionsFor(topic)
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
        for (var topic : TOPICS) {
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
                case Topics.EVENTS ->
                    listener.onEvent(inTime(EventCodec.decode(entry.value()), ExchangeEvent::timeMillis, entry));
                case Topics.OUTCOMES ->
                    listener.onOutcome(inTime(OutcomeCodec.decode(entry.value()), Outcome::timeMillis, entry));
                case Topics.TRUTH ->
                    inTime(TruthCodec.decode(entry.value()), TruthRecord::timeMillis, entry)
                            .dispatch(listener::onTruth, listener::onDepartureRisk);
                case Topics.DECISIONS -> listener.onDecision(DecisionCodec.decode(entry.value()));
                case Topics.SHADOW -> listener.onShadowScore(ShadowCodec.decode(entry.value()));
                case Topics.CONTROL ->
                    listener.onControl(ControlCodec.decode(entry.value()).withVersion(entry.offset() + 1));
                case Topics.SIGNALS -> listener.onSignal(inTime(SignalCodec.decode(entry.value()), entry));
                default -> listener.onDeadLetter(DeadLetterCodec.decode(entry.value()));
            }
        } catch (MalformedMessageException malformed) {
            listener.onUnreadable(entry.topic(), String.valueOf(malformed.getMessage()));
        }
    }

    /** The message, if its time is one that the scorer accepts too: both apply the same bounds to the same records. */
    private <M> M inTime(M message, ToLongFunction<M> timeMillis, ConsumerRecord<byte[], byte[]> entry)
            throws MalformedMessageException {
        Optional<String> refusal =
                clocks.observe(entry.topic(), entry.partition(), timeMillis.applyAsLong(message), entry.timestamp());
        if (refusal.isPresent()) {
            throw new MalformedMessageException(refusal.get());
        }
        return message;
    }

    /** A change of mode and a refusal carry the time of a command, and move no clock. */
    private Signal inTime(Signal signal, ConsumerRecord<byte[], byte[]> entry) throws MalformedMessageException {
        boolean isReading = signal.match(
                new SignalFunctions<>(report -> true, change -> false, refusal -> false, quarantine -> false));
        return isReading ? inTime(signal, Signal::timeMillis, entry) : signal;
    }

    /** Stops reading and gives the connection back. */
    @Override
    public void close() {
        isClosing = true;
        consumer.wakeup();
        Utils.closeQuietly(() -> thread.join(JOIN_TIMEOUT.toMillis()), "feed");
    }
}
