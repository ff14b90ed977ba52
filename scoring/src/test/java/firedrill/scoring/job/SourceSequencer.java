package firedrill.scoring.job;

import firedrill.scoring.job.kafka.RawRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reading order of a test's topics, so that no race decides which of them is ahead: before certain events, reading waits
 * until all earlier records have passed the whole graph; before one of these the outcomes are read.
 *
 * <p>Earlier records have passed once a checkpoint completes that began while no record arrived: its barriers follow the
 * last record on every path of the graph. The first checkpoint to complete may have begun earlier; the second began later.
 */
final class SourceSequencer {

    private static final int CHECKPOINTS = 2;

    private final List<RawRecord> events;
    private final List<RawRecord> outcomes;
    private final long[] stops;
    private final int outcomesBefore;
    private final AtomicInteger readEvents = new AtomicInteger();
    private final AtomicInteger readOutcomes = new AtomicInteger();
    private final CompletableFuture<Void> outcomesMayCome = new CompletableFuture<>();
    private int passedStops;
    private int toComplete;
    private CompletableFuture<Void> nextEvent = CompletableFuture.completedFuture(null);

    /**
     * For one run.
     *
     * @param stops indices of the events before which to wait, ascending
     * @param outcomesBefore the one of them before which the outcomes are read
     */
    SourceSequencer(List<RawRecord> events, List<RawRecord> outcomes, long[] stops, int outcomesBefore) {
        this.events = events;
        this.outcomes = outcomes;
        this.stops = stops.clone();
        this.outcomesBefore = outcomesBefore;
    }

    RawRecord readEvent(long place) {
        readEvents.incrementAndGet();
        return events.get((int) place);
    }

    RawRecord readOutcome(long place) {
        RawRecord outcome = outcomes.get((int) place);
        readOutcomes.incrementAndGet();
        return outcome;
    }

    CompletableFuture<Void> nextOutcome() {
        return outcomesMayCome;
    }

    /** Of the thread that reads events, as is the next. */
    CompletableFuture<Void> nextEvent() {
        if (passedStops < stops.length && stops[passedStops] == readEvents.get()) {
            passedStops++;
            toComplete = CHECKPOINTS;
            nextEvent = new CompletableFuture<>();
        }
        return nextEvent;
    }

    void notifyCheckpointComplete() {
        if (nextEvent.isDone() || areOutcomesPending()) {
            return;
        }
        toComplete--;
        if (toComplete > 0) {
            return;
        }
        if (readEvents.get() == outcomesBefore && !outcomesMayCome.isDone()) {
            toComplete = CHECKPOINTS;
            outcomesMayCome.complete(null);
        } else {
            nextEvent.complete(null);
        }
    }

    private boolean areOutcomesPending() {
        return outcomesMayCome.isDone() && readOutcomes.get() < outcomes.size();
    }
}
