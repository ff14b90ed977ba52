package firedrill.ingest.kafka;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which events wait for an answer, since when, and what became of each: every awaited event is answered once, or waits.
 *
 * <p>Event ids must rise in the order in which they are awaited. Times are nanoseconds as {@code System.nanoTime()}
 * counts.
 */
final class AnswerTracker {

    /** What one answer is worth. */
    sealed interface AnswerStatus {

        /**
         * The first answer to an event that waited.
         *
         * @param isLate whether the deadline had passed and the exchange had gone on without it
         */
        record First(long latencyNanos, boolean isLate) implements AnswerStatus {}

        /** Another answer to the same event. */
        record Duplicate() implements AnswerStatus {}

        /** An answer to an event that never asked. */
        record Unexpected() implements AnswerStatus {}
    }

    /** One event that waits. */
    private static final class ExpectedAnswer {
        private final long eventId;
        private final long expectedSinceNanos;
        private boolean hasMissedDeadline;

        ExpectedAnswer(long eventId, long askedNanos) {
            this.eventId = eventId;
            this.expectedSinceNanos = askedNanos;
        }
    }

    private static final AnswerStatus REPEATED = new AnswerStatus.Duplicate();
    private static final AnswerStatus UNASKED = new AnswerStatus.Unexpected();

    private final long deadlineNanos;
    private final Map<Long, ExpectedAnswer> open = new HashMap<>();
    /** Oldest first; answered ones are dropped when they come to the front. */
    private final Deque<ExpectedAnswer> byAge = new ArrayDeque<>();
    /** One bit per event id from {@code firstId}: whether it ever asked. */
    private final BitSet asked = new BitSet();

    private long firstId = -1;
    private long awaited;

    AnswerTracker(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    void expect(long eventId, long nanos) {
        if (firstId < 0) {
            firstId = eventId;
        }
        ExpectedAnswer question = new ExpectedAnswer(eventId, nanos);
        open.put(eventId, question);
        byAge.add(question);
        asked.set(Math.toIntExact(eventId - firstId));
        awaited++;
    }

    AnswerStatus recordAnswer(long eventId, long nanos) {
        @Nullable ExpectedAnswer question = open.remove(eventId);
        if (question != null) {
            return new AnswerStatus.First(nanos - question.expectedSinceNanos, question.hasMissedDeadline);
        }
        return wasAsked(eventId) ? REPEATED : UNASKED;
    }

    /** Tells {@code missed} of every event, oldest first, whose deadline passed since the last call. */
    void expireDeadlines(long nanos, LongConsumer missed) {
        while (!byAge.isEmpty() && nanos - byAge.peekFirst().expectedSinceNanos > deadlineNanos) {
            ExpectedAnswer oldest = byAge.removeFirst();
            if (open.get(oldest.eventId) == oldest) {
                oldest.hasMissedDeadline = true;
                missed.accept(oldest.eventId);
            }
        }
    }

    /** How many have asked. */
    long expectedCount() {
        return awaited;
    }

    /** How many wait still. */
    int pendingCount() {
        return open.size();
    }

    private boolean wasAsked(long eventId) {
        long index = eventId - firstId;
        return firstId >= 0 && index >= 0 && index < asked.length() && asked.get((int) index);
    }
}
