package firedrill.ingest.publish;

import firedrill.ingest.event.Answer;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.publish.AnswerLedger.Verdict;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads decisions, tells the exchange what to do, leaves what waited too long to its fail mode, and counts all of it. */
final class AnswerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);

    private final Exchange exchange;
    private final AnswerLedger ledger;
    private final Wall wall;
    private final Function<byte[], Answer> decoder;
    private final LatencyListener listener;

    private boolean isOpen;
    private long answered;
    private long missedDeadlines;
    private long late;
    private long repeated;
    private long unasked;
    private long unreadable;

    AnswerDesk(
            Exchange exchange,
            AnswerLedger ledger,
            Wall wall,
            Function<byte[], Answer> decoder,
            LatencyListener listener) {
        this.exchange = exchange;
        this.ledger = ledger;
        this.wall = wall;
        this.decoder = decoder;
        this.listener = listener;
    }

    /** From now on deadlines count and latencies are told. */
    void open() {
        isOpen = true;
    }

    /** Deadlines first, so that an answer that was read after its deadline is late whatever came before it. */
    void hear(ConsumerRecords<byte[], byte[]> records, long atMillis) {
        long nanos = wall.nanos();
        if (isOpen) {
            ledger.passDeadlines(nanos, eventId -> {
                missedDeadlines++;
                exchange.missDeadline(eventId, atMillis);
            });
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Answer answer = read(record);
            if (answer != null) {
                apply(answer, ledger.answer(answer.eventId(), nanos), atMillis);
            }
        }
        // What that sets off at once happens even if simulated time stands from now on.
        exchange.runUntil(atMillis);
    }

    LiveCounts counts(long history, long told) {
        return new LiveCounts(
                history,
                told - history,
                ledger.awaited(),
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

    private void apply(Answer answer, Verdict verdict, long atMillis) {
        if (verdict instanceof Verdict.First first) {
            answered++;
            late += first.late() ? 1 : 0;
            if (isOpen) {
                listener.decided(answer.eventId(), TimeUnit.NANOSECONDS.toMicros(first.latencyNanos()));
            }
            exchange.take(answer, atMillis);
        } else if (verdict instanceof Verdict.Repeated) {
            repeated++;
        } else {
            unasked++;
        }
    }
}
