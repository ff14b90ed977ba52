package firedrill.ingest.kafka;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the events that await an answer: their start time, deadline and first answer.
 *
 * <p>Event ids must increase in order of {@link #expect}. Times are nanoseconds of {@code System.nanoTime()}.
 */
final class AnswerTracker {

    /** Classification of an answer. */
    sealed interface AnswerStatus {

        /** Runs the task of this status. */
        void match(Consumer<? super First> first, Runnable duplicate, Runnable unexpected);

        /**
         * The first answer to an event that awaits one.
         *
         * @param isLate whether the deadline had passed and the fail mode had been applied
         */
        record First(long latencyNanos, boolean isLate) implements AnswerStatus {

            @Override
            public void match(Consumer<? super First> first, Runnable duplicate, Runnable unexpected) {
                first.accept(this);
            }
        }

        /** A further answer to the same event. */
        record Duplicate() implements AnswerStatus {

            @Override
            public void match(Consumer<? super First> first, Runnable duplicate, Runnable unexpected) {
                duplicate.run();
            }
        }

        /** An answer to an event that expects none. */
        record Unexpected() implements AnswerStatus {

            @Override
            public void match(Consumer<? super First> first, Runnable duplicate, Runnable unexpected) {
                unexpected.run();
            }
        }
    }

    /** An event that awaits its answer. */
    private static final class ExpectedAnswer {
        private final long eventId;
        private final long expectedSinceNanos;
        private boolean hasMissedDeadline;

        ExpectedAnswer(long eventId, long expectedSinceNanos) {
            this.eventId = eventId;
            this.expectedSinceNanos = expectedSinceNanos;
        }
    }

    private static final AnswerStatus DUPLICATE = new AnswerStatus.Duplicate();
    private static final AnswerStatus UNEXPECTED = new AnswerStatus.Unexpected();

    private final long deadlineNanos;
    /** Without an answer; oldest first. */
    private final Map<Long, ExpectedAnswer> open = new LinkedHashMap<>();
    /** Oldest first; answered ones are removed when they reach the front. */
    private final Deque<ExpectedAnswer> byAge = new ArrayDeque<>();
    /** One bit per event id from {@code firstId}: whether it ever awaited an answer. */
    private final BitSet everExpected = new BitSet();

    private long firstId = -1;
    private long expectedCount;

    AnswerTracker(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    void expect(long eventId, long nanos) {
        if (firstId < 0) {
            firstId = eventId;
        }
        ExpectedAnswer expected = new ExpectedAnswer(eventId, nanos);
        open.put(eventId, expected);
        byAge.add(expected);
        everExpected.set(Math.toIntExact(eventId - firstId));
        expectedCount++;
    }

    AnswerStatus recordAnswer(long eventId, long nanos) {
        @Nullable ExpectedAnswer expected = open.remove(eventId);
        if (expected != null) {
            return new AnswerStatus.First(nanos - expected.expectedSinceNanos, expected.hasMissedDeadline);
        }
        return wasExpected(eventId) ? DUPLICATE : UNEXPECTED;
    }

    /** Passes to {@code missed} each event, oldest first, whose deadline has passed since the last call. */
    void expireDeadlines(long nanos, LongConsumer missed) {
        while (!byAge.isEmpty() && nanos - byAge.peekFirst().expectedSinceNanos > deadlineNanos) {
            ExpectedAnswer oldest = byAge.removeFirst();
            if (open.get(oldest.eventId) == oldest) {
                oldest.hasMissedDeadline = true;
                missed.accept(oldest.eventId);
            }
        }
    }

    /** Number of events that have awaited an answer. */
    long expectedCount() {
        return expectedCount;
    }

    /** Number of events without an answer. */
    int pendingCount() {
        return open.size();
    }

    /** Since when the oldest event without an answer awaits it; {@code none} if every event has one. */
    long oldestPendingNanos(long none) {
        return open.isEmpty() ? none : open.values().iterator().next().expectedSinceNanos;
    }

    private boolean wasExpected(long eventId) {
        long index = eventId - firstId;
        return firstId >= 0 && index >= 0 && index < everExpected.length() && everExpected.get((int) index);
    }
}
