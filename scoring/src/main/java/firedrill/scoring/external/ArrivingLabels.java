package firedrill.scoring.external;

import firedrill.ingest.event.Outcome.FraudReport;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/** Frauds that nobody knows of yet, and who is known to be compromised by those that have become known. */
final class ArrivingLabels {

    private final long learnedFromMillis;
    private final long delayMillis;
    private final Queue<FraudReport> onTheirWay = new ArrayDeque<>();
    private final Map<Long, Long> knownFromDay = new HashMap<>();

    /**
     * None yet.
     *
     * @param learnedFromMillis earlier frauds compromise nobody: their cards have been replaced
     * @param delayMillis from a fraud to its report
     */
    ArrivingLabels(long learnedFromMillis, long delayMillis) {
        this.learnedFromMillis = learnedFromMillis;
        this.delayMillis = delayMillis;
    }

    /** A fraud happened; reports are in the order of their times. */
    void fraud(Transaction row, OurEvents events) {
        onTheirWay.add(events.report(row, row.timeMillis() + delayMillis));
    }

    /** Takes note of what has arrived by {@code timeMillis}, and tells it. */
    void arrive(long timeMillis, Consumer<FraudReport> told) {
        for (FraudReport next = onTheirWay.peek();
                next != null && next.timeMillis() <= timeMillis;
                next = onTheirWay.peek()) {
            onTheirWay.remove();
            told.accept(next);
            if (next.timeMillis() - delayMillis >= learnedFromMillis) {
                // From the day after: analysts begin a day with what they knew when it began.
                knownFromDay.merge(
                        next.userId(), 1 + Math.floorDiv(next.timeMillis(), TrialPlan.DAY_MILLIS), Math::min);
            }
        }
    }

    /** Whether a report about the user had arrived when {@code day} began; all of earlier days must have been handed over. */
    boolean isKnown(long userId, long day) {
        return knownFromDay.getOrDefault(userId, Long.MAX_VALUE) <= day;
    }
}
