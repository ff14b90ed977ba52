package firedrill.ingest.exchange;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Analysts and the cases before them: first come, first served, twelve minutes each, as many at a time as there are
 * analysts. What comes faster than they work waits, and the queue grows.
 */
final class ReviewQueue {

    private record Waiting(BooleanSupplier isOpen, Runnable verdict) {}

    private final Agenda agenda;
    private final int analysts;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int busy;

    ReviewQueue(Agenda agenda, int analysts) {
        this.agenda = agenda;
        this.analysts = analysts;
    }

    /** Enough, working around the clock, for one case in a hundred events; at least one. */
    static int analystsFor(int users) {
        double casesADay = Assumptions.REVIEWS_PER_EVENT * Assumptions.EVENTS_PER_USER_AND_DAY * users;
        double daysACase = (double) Assumptions.REVIEW_MILLIS / 86_400_000;
        return (int) Math.max(1, Math.round(casesADay * daysACase));
    }

    /** How long a case that comes now will take, if none before it is dropped. */
    long expectedMillis() {
        long rounds = waiting.size() / analysts;
        return busy < analysts ? Assumptions.REVIEW_MILLIS : Assumptions.REVIEW_MILLIS * (rounds + 2);
    }

    /** Cases that no analyst has begun, those dropped included until their turn comes. */
    int waiting() {
        return waiting.size();
    }

    /**
     * Takes a case.
     *
     * @param isOpen asked when an analyst is free; a case that is not open any more is dropped
     * @param verdict called when the analyst is done, if the case is still open then
     */
    void add(BooleanSupplier isOpen, Runnable verdict) {
        waiting.add(new Waiting(isOpen, verdict));
        begin();
    }

    private void begin() {
        while (busy < analysts && !waiting.isEmpty()) {
            Waiting next = waiting.remove();
            if (next.isOpen().getAsBoolean()) {
                busy++;
                agenda.at(agenda.nowMillis() + Assumptions.REVIEW_MILLIS, () -> finish(next));
            }
        }
    }

    private void finish(Waiting done) {
        busy--;
        if (done.isOpen().getAsBoolean()) {
            done.verdict().run();
        }
        begin();
    }
}
