package firedrill.ingest.kafka;

import firedrill.ingest.event.Answer;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.kafka.AnswerTracker.AnswerStatus;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies decisions to the exchange and its fail mode to requests past their deadline, and counts both. */
final class AnswerProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerProcessor.class);

    private final Exchange exchange;
    private final AnswerTracker tracker;
    private final WallClock clock;
    private final Function<byte[], Answer> decoder;
    private final DecisionLatencyListener listener;

    private boolean hasDeadlines;
    private long answered;
    private long missedDeadlines;
    private long late;
    private long duplicates;
    private long unexpected;
    private long undecodable;

    AnswerProcessor(
            Exchange exchange,
            AnswerTracker tracker,
            WallClock clock,
            Function<byte[], Answer> decoder,
            DecisionLatencyListener listener) {
        this.exchange = exchange;
        this.tracker = tracker;
        this.clock = clock;
        this.decoder = decoder;
        this.listener = listener;
    }

    /** Starts deadlines and the reporting of latencies. */
    void startDeadlines() {
        hasDeadlines = true;
    }

    /** Processes deadlines before answers, so that an answer read after its deadline is late in any case. */
    void process(ConsumerRecords<byte[], byte[]> records, long atMillis) {
        long nanos = clock.monotonicNanos();
        if (hasDeadlines) {
            tracker.expireDeadlines(nanos, eventId -> {
                missedDeadlines++;
                exchange.applyFailMode(eventId, atMillis);
            });
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Answer answer = read(record);
            if (answer != null) {
                apply(answer, tracker.recordAnswer(answer.eventId(), nanos), atMillis);
            }
        }
        // Immediate consequences are processed even if simulated time pauses after this.
        exchange.runUntil(atMillis);
    }

    LiveCounters counters(long history, long published) {
        return new LiveCounters(
                history,
                published - history,
                tracker.expectedCount(),
                answered,
                missedDeadlines,
                late,
                duplicates,
                unexpected,
                undecodable);
    }

    private @Nullable Answer read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return decoder.apply(record.value());
        } catch (RuntimeException refused) {
            // The decoder is the caller's, and its contract is that any exception marks the record as undecodable.
            undecodable++;
            // Logs the first, second, fourth, ... record, so that a flood of records is no flood of lines.
            if (Long.bitCount(undecodable) == 1) {
                LOG.warn(
                        "{} undecodable decisions so far, the last at {}-{}@{}: {}",
                        undecodable,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        refused.getMessage());
            }
            return null;
        }
    }

    private void apply(Answer answer, AnswerStatus status, long atMillis) {
        status.match(first -> applyFirst(answer, first, atMillis), () -> duplicates++, () -> unexpected++);
    }

    private void applyFirst(Answer answer, AnswerStatus.First first, long atMillis) {
        answered++;
        late += first.isLate() ? 1 : 0;
        if (hasDeadlines) {
            listener.onDecision(answer.eventId(), TimeUnit.NANOSECONDS.toMicros(first.latencyNanos()));
        }
        exchange.apply(answer, atMillis);
    }
}
