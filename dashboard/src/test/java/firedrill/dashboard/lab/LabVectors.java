package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureVector;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The vectors on which the lab's scorer decides a recorded run. */
public final class LabVectors {

    /**
     * By event id.
     *
     * @param recorded tells events and outcomes in the order in which they happened
     */
    public static Map<Long, FeatureVector> of(
            BiConsumer<Consumer<ExchangeEvent>, Consumer<Outcome>> recorded,
            Decider decider,
            ReferenceDistribution reference) {
        var scorer = new SynchronousScorer(decider, reference);
        var vectors = new TreeMap<Long, FeatureVector>();
        recorded.accept(
                event -> scorer.observe(event)
                        .ifPresent(decision -> vectors.put(decision.eventId(), decision.features())),
                scorer::learn);
        return vectors;
    }

    private LabVectors() {}
}
