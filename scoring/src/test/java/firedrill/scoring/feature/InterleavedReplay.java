package firedrill.scoring.feature;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Tells events in their order, and each outcome once the time at which it was learned has come, or some time after. */
final class InterleavedReplay {

    static void replay(
            List<ExchangeEvent> events,
            List<Outcome> outcomes,
            long lateMillis,
            Consumer<Outcome> learning,
            Consumer<ExchangeEvent> observing) {
        Deque<Outcome> later = new ArrayDeque<>(outcomes);
        for (ExchangeEvent event : events) {
            while (!later.isEmpty() && later.peek().timeMillis() + lateMillis <= event.timeMillis()) {
                learning.accept(later.remove());
            }
            observing.accept(event);
        }
    }

    private InterleavedReplay() {}
}
