package firedrill.ingest.publish;

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
final class AnswerLedger {

    /** What one answer is worth. */
    sealed interface Verdict {

        /**
         * The first answer to an event that waited.
         *
         * @param late whether the deadline had passed and the exchange had gone on without it
         */
        record First(long latencyNanos, boolean late) implements Verdict {}

        /** Another answer to the same event. */
        record Repeated() implements Verdict {}

        /** An answer to an event that never asked. */
        record Unasked() implements Verdict {}
    }

    /** One event that waits. */
    private static final class Question {
        private final long eventId;
        private final long askedNanos;
        private boolean missed;

        Question(long eventId, long askedNanos) {
            this.eventId = eventId;
            this.askedNanos = askedNanos;
        }
    }

    private static final Verdict REPEATED = new Verdict.Repeated();
    private static final Verdict UNASKED = new Verdict.Unasked();

    private final long deadlineNanos;
    private final Map<Long, Question> open = new HashMap<>();
    /** Oldest first; answered ones are dropped when they come to the front. */
    private final Deque<Question> byAge = new ArrayDeque<>();
    /** One bit per event id from {@code firstId}: whether it ever asked. */
    private final BitSet asked = new BitSet();

    private long firstId = -1;
    private long awaited;

    AnswerLedger(long deadlineNanos) {
        this.deadlineNanos = deadlineNanos;
    }

    void ask(long eventId, long nanos) {
        if (firstId < 0) {
            firstId = eventId;
        }
        Question question = new Question(eventId, nanos);
        open.put(eventId, question);
        byAge.add(question);
        asked.set(Math.toIntExact(eventId - firstId));
        awaited++;
    }

    Verdict answer(long eventId, long nanos) {
        @Nullable Question question = open.remove(eventId);
        if (question != null) {
            return new Verdict.First(nanos - question.askedNanos, question.missed);
        }
        return wasAsked(eventId) ? REPEATED : UNASKED;
    }

    /** Tells {@code missed} of every event, oldest first, whose deadline passed since the last call. */
    void passDeadlines(long nanos, LongConsumer missed) {
        while (!byAge.isEmpty() && nanos - byAge.peekFirst().askedNanos > deadlineNanos) {
            Question oldest = byAge.removeFirst();
            if (open.get(oldest.eventId) == oldest) {
                oldest.missed = true;
                missed.accept(oldest.eventId);
            }
        }
    }

    /** How many have asked. */
    long awaited() {
        return awaited;
    }

    /** How many wait still. */
    int waiting() {
        return open.size();
    }

    private boolean wasAsked(long eventId) {
        long index = eventId - firstId;
        return firstId >= 0 && index >= 0 && index < asked.length() && asked.get((int) index);
    }
}
