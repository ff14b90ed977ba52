package firedrill.scoring.job;

import firedrill.scoring.job.kafka.RawRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * In which order a test's topics are read, for which of them is ahead must not be left to chance: before some events no
 * further one is told until all that came before have been everywhere, and at one of these places the outcomes are.
 *
 * <p>What came before has been everywhere when a checkpoint is complete that was begun while nothing came: its barriers
 * went every way of the graph behind the last record. The first to complete may have been on its way already; the
 * second began after it.
 */
final class SourceSequencer {

    private static final int CHECKPOINTS = 2;

    private final List<RawRecord> events;
    private final List<RawRecord> outcomes;
    private final long[] stops;
    private final int outcomesBefore;
    private final AtomicInteger toldEvents = new AtomicInteger();
    private final AtomicInteger toldOutcomes = new AtomicInteger();
    private final CompletableFuture<Void> outcomesMayCome = new CompletableFuture<>();
    private int passedStops;
    private int toComplete;
    private CompletableFuture<Void> nextEvent = CompletableFuture.completedFuture(null);

    /**
     * For one run.
     *
     * @param stops the places of the events before which to wait, ascending
     * @param outcomesBefore that of them before which the outcomes are told
     */
    SourceSequencer(List<RawRecord> events, List<RawRecord> outcomes, long[] stops, int outcomesBefore) {
        this.events = events;
        this.outcomes = outcomes;
        this.stops = stops.clone();
        this.outcomesBefore = outcomesBefore;
    }

    RawRecord readEvent(long place) {
        toldEvents.incrementAndGet();
        return events.get((int) place);
    }

    RawRecord readOutcome(long place) {
        RawRecord outcome = outcomes.get((int) place);
        toldOutcomes.incrementAndGet();
        return outcome;
    }

    CompletableFuture<Void> nextOutcome() {
        return outcomesMayCome;
    }

    /** Of the thread that reads events, as is the next. */
    CompletableFuture<Void> nextEvent() {
        if (passedStops < stops.length && stops[passedStops] == toldEvents.get()) {
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
        if (toldEvents.get() == outcomesBefore && !outcomesMayCome.isDone()) {
            toComplete = CHECKPOINTS;
            outcomesMayCome.complete(null);
        } else {
            nextEvent.complete(null);
        }
    }

    private boolean areOutcomesPending() {
        return outcomesMayCome.isDone() && toldOutcomes.get() < outcomes.size();
    }
}
