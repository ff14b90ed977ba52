package firedrill.dashboard.lab;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.drift.DriftSettings;
import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
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
        var vectors = new TreeMap<Long, FeatureVector>();
        decisions(recorded, decider, reference)
                .forEach(decision -> vectors.put(decision.eventId(), decision.features()));
        return vectors;
    }

    /** The decisions of the lab's scorer on a recorded run, in the order of events. */
    public static List<Decision> decisions(
            BiConsumer<Consumer<ExchangeEvent>, Consumer<Outcome>> recorded,
            Decider decider,
            ReferenceDistribution reference) {
        var scorer = new SynchronousScorer(decider, reference, DriftSettings.DEFAULT);
        var decisions = new ArrayList<Decision>();
        recorded.accept(event -> scorer.observe(event).ifPresent(decisions::add), scorer::observeOutcome);
        return decisions;
    }

    private LabVectors() {}
}
