package firedrill.ingest.exchange;

import firedrill.ingest.exchange.ExchangeParameters.ReviewParameters;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Queue of review cases with a fixed number of analysts: first come, first served, a fixed time per case. Cases that
 * arrive faster than they are reviewed wait without bound.
 */
final class ReviewQueue {

    private record ReviewCase(BooleanSupplier isOpen, Runnable verdict) {}

    private final SimulationScheduler scheduler;
    private final ReviewParameters parameters;
    private final int analysts;
    private final Queue<ReviewCase> waiting = new ArrayDeque<>();
    private int busy;

    ReviewQueue(SimulationScheduler scheduler, ReviewParameters parameters, int analysts) {
        this.scheduler = scheduler;
        this.parameters = parameters;
        this.analysts = analysts;
    }

    /** Number of analysts, around the clock, for the reviews that the withdrawals of so many users need; at least one. */
    static int analystsFor(ReviewParameters parameters, int users) {
        double casesADay = parameters.capacityPerWithdrawal() * parameters.withdrawalsPerUserDay() * users;
        double daysACase = (double) parameters.durationMillis() / 86_400_000;
        return (int) Math.max(1, Math.round(casesADay * daysACase));
    }

    /** Time until a case that arrives now is reviewed, if no earlier case is dropped. */
    long expectedWaitMillis() {
        long rounds = waiting.size() / analysts;
        return busy < analysts ? parameters.durationMillis() : parameters.durationMillis() * (rounds + 2);
    }

    /** Cases that no analyst has begun; dropped cases count until their turn comes. */
    int pendingCount() {
        return waiting.size();
    }

    /**
     * Queues a case.
     *
     * @param isOpen queried when an analyst is free; a case that is no longer open is dropped
     * @param verdict called when the review ends, if the case is still open
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
                scheduler.schedule(scheduler.nowMillis() + parameters.durationMillis(), () -> finish(next));
            }
        }
    }

    private void finish(ReviewCase review) {
        busy--;
        if (review.isOpen().getAsBoolean()) {
            review.verdict().run();
        }
        begin();
    }
}
