package firedrill.ingest.exchange;

import firedrill.ingest.exchange.ExchangeParameters.ReviewParameters;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Analysts and the cases before them: first come, first served, twelve minutes each, as many at a time as there are
 * analysts. What comes faster than they work waits, and the queue grows.
 */
final class ReviewQueue {

    private record ReviewCase(BooleanSupplier isOpen, Runnable verdict) {}

    private final SimulationScheduler agenda;
    private final ReviewParameters parameters;
    private final int analysts;
    private final Queue<ReviewCase> waiting = new ArrayDeque<>();
    private int busy;

    ReviewQueue(SimulationScheduler agenda, ReviewParameters parameters, int analysts) {
        this.agenda = agenda;
        this.parameters = parameters;
        this.analysts = analysts;
    }

    /** Enough, working around the clock, for one case in a hundred events; at least one. */
    static int analystsFor(ReviewParameters parameters, int users) {
        double casesADay = parameters.capacityPerEvent() * parameters.eventsPerUserDay() * users;
        double daysACase = (double) parameters.durationMillis() / 86_400_000;
        return (int) Math.max(1, Math.round(casesADay * daysACase));
    }

    /** How long a case that comes now will take, if none before it is dropped. */
    long expectedWaitMillis() {
        long rounds = waiting.size() / analysts;
        return busy < analysts
                ? parameters.durationMillis()
                : parameters.durationMillis() * (rounds + 2);
    }

    /** Cases that no analyst has begun, those dropped included until their turn comes. */
    int pendingCount() {
        return waiting.size();
    }

    /**
     * Takes a case.
     *
     * @param isOpen asked when an analyst is free; a case that is not open any more is dropped
     * @param verdict called when the analyst is done, if the case is still open then
     */
    void add(BooleanSupplier isOpen, Runnable verdict) {
        waiting.add(new ReviewCase(isOpen, verdict));
        begin();
    }

    private void begin() {
        while (busy < analysts && !waiting.isEmpty()) {
            ReviewCase next = waiting.remove();
            if (next.isOpen().getAsBoolean()) {
                busy++;
                agenda.schedule(agenda.nowMillis() + parameters.durationMillis(), () -> finish(next));
            }
        }
    }

    private void finish(ReviewCase done) {
        busy--;
        if (done.isOpen().getAsBoolean()) {
            done.verdict().run();
        }
        begin();
    }
}
