package firedrill.scoring.backtest;

import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.scoring.backtest.table.Transaction;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/** Frauds that nobody knows of yet, and who is known to be compromised by those that have become known. */
final class LabelDelayQueue {

    private final long trainingStartMillis;
    private final long delayMillis;
    private final Queue<FraudReport> pendingReports = new ArrayDeque<>();
    private final Map<Long, Long> knownFromDay = new HashMap<>();

    /**
     * None yet.
     *
     * @param learnedFromMillis earlier frauds compromise nobody: their cards have been replaced
     * @param delayMillis from a fraud to its report
     */
    LabelDelayQueue(long learnedFromMillis, long delayMillis) {
        this.trainingStartMillis = learnedFromMillis;
        this.delayMillis = delayMillis;
    }

    /** A fraud happened; reports are in the order of their times. */
    void enqueue(Transaction row, TransactionAdapter events) {
        pendingReports.add(events.toFraudReport(row, row.timeMillis() + delayMillis));
    }

    /** Takes note of what has arrived by {@code timeMillis}, and tells it. */
    void release(long timeMillis, Consumer<FraudReport> told) {
        for (FraudReport next = pendingReports.peek();
                next != null && next.timeMillis() <= timeMillis;
                next = pendingReports.peek()) {
            pendingReports.remove();
            told.accept(next);
            if (next.timeMillis() - delayMillis >= trainingStartMillis) {
                // From the day after: analysts begin a day with what they knew when it began.
                knownFromDay.merge(
                        next.userId(), 1 + Math.floorDiv(next.timeMillis(), BacktestPlan.DAY_MILLIS), Math::min);
            }
        }
    }

    /** Whether a report about the user had arrived when {@code day} began; all of earlier days must have been handed over. */
    boolean isKnownCompromised(long userId, long day) {
        return knownFromDay.getOrDefault(userId, Long.MAX_VALUE) <= day;
    }
}
