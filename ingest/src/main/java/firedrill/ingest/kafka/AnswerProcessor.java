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

/** Reads decisions, tells the exchange what to do, leaves what waited too long to its fail mode, and counts all of it. */
final class AnswerProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerProcessor.class);

    private final Exchange exchange;
    private final AnswerTracker ledger;
    private final WallClock wall;
    private final Function<byte[], Answer> decoder;
    private final DecisionLatencyListener listener;

    private boolean hasDeadlines;
    private long answered;
    private long missedDeadlines;
    private long late;
    private long repeated;
    private long unasked;
    private long unreadable;

    AnswerProcessor(
            Exchange exchange,
            AnswerTracker ledger,
            WallClock wall,
            Function<byte[], Answer> decoder,
            DecisionLatencyListener listener) {
        this.exchange = exchange;
        this.ledger = ledger;
        this.wall = wall;
        this.decoder = decoder;
        this.listener = listener;
    }

    /** From now on deadlines count and latencies are told. */
    void startDeadlines() {
        hasDeadlines = true;
    }

    /** Deadlines first, so that an answer that was read after its deadline is late whatever came before it. */
    void process(ConsumerRecords<byte[], byte[]> records, long atMillis) {
        long nanos = wall.monotonicNanos();
        if (hasDeadlines) {
            ledger.expireDeadlines(nanos, eventId -> {
                missedDeadlines++;
                exchange.applyFailMode(eventId, atMillis);
            });
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Answer answer = read(record);
            if (answer != null) {
                apply(answer, ledger.recordAnswer(answer.eventId(), nanos), atMillis);
            }
        }
        // What that sets off at once happens even if simulated time stands from now on.
        exchange.runUntil(atMillis);
    }

    LiveCounters counters(long history, long told) {
        return new LiveCounters(
                history,
                told - history,
                ledger.expectedCount(),
                answered,
                missedDeadlines,
                late,
                repeated,
                unasked,
                unreadable);
    }

    private @Nullable Answer read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return decoder.apply(record.value());
        } catch (RuntimeException refused) {
            unreadable++;
            // The first, the second, the fourth ...: a flood of them must not become a flood of lines.
            if (Long.bitCount(unreadable) == 1) {
                LOG.warn(
                        "{} unreadable decisions so far, the last at {}-{}@{}: {}",
                        unreadable,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        refused.getMessage());
            }
            return null;
        }
    }

    private void apply(Answer answer, AnswerStatus verdict, long atMillis) {
        if (verdict instanceof AnswerStatus.First first) {
            answered++;
            late += first.isLate() ? 1 : 0;
            if (hasDeadlines) {
                listener.onDecision(answer.eventId(), TimeUnit.NANOSECONDS.toMicros(first.latencyNanos()));
            }
            exchange.apply(answer, atMillis);
        } else if (verdict instanceof AnswerStatus.Duplicate) {
            repeated++;
        } else {
            unasked++;
        }
    }
}
