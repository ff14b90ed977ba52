package firedrill.scoring.backtest;

import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.scoring.backtest.table.Transaction;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/** Delays fraud reports, and tracks the users known to be compromised by the reports that have arrived. */
final class LabelDelayQueue {

    private final long trainingStartMillis;
    private final long delayMillis;
    private final Queue<FraudReport> pendingReports = new ArrayDeque<>();
    private final Map<Long, Long> knownFromDay = new HashMap<>();

    /**
     * An empty queue.
     *
     * @param trainingStartMillis earlier frauds do not mark a user as compromised: the card has been replaced
     * @param delayMillis time from a fraud to its report
     */
    LabelDelayQueue(long trainingStartMillis, long delayMillis) {
        this.trainingStartMillis = trainingStartMillis;
        this.delayMillis = delayMillis;
    }

    /** Adds the report of a fraud; calls are in time order. */
    void enqueue(Transaction row, TransactionAdapter events) {
        pendingReports.add(events.toFraudReport(row, row.timeMillis() + delayMillis));
    }

    /** Passes the reports that have arrived by {@code timeMillis} to {@code consumer}. */
    void release(long timeMillis, Consumer<FraudReport> consumer) {
        for (FraudReport next = pendingReports.peek();
                next != null && next.timeMillis() <= timeMillis;
                next = pendingReports.peek()) {
            pendingReports.remove();
            consumer.accept(next);
            if (next.timeMillis() - delayMillis >= trainingStartMillis) {
                // From the next day on: a day uses what was known when it began.
                knownFromDay.merge(
                        next.userId(), 1 + Math.floorDiv(next.timeMillis(), BacktestPlan.DAY_MILLIS), Math::min);
            }
        }
    }

    /** Whether a report about the user had arrived when {@code day} began; earlier reports must have been released. */
    boolean isKnownCompromised(long userId, long day) {
        return knownFromDay.getOrDefault(userId, Long.MAX_VALUE) <= day;
    }
}
