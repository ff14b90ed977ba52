package firedrill.scoring.evaluation;

import firedrill.ingest.event.Account.Tier;
import firedrill.scoring.evaluation.ScoredEvents.ScoredEvent;

/** Scored events with defaults for what a test does not set. */
final class ScoredEventsBuilder {

    final ScoredEvents events = new ScoredEvents();
    private long id;

    ScoredEventsBuilder add(int day, long userId, double probability, String typology) {
        return add(day, userId, probability, typology, 100);
    }

    ScoredEventsBuilder add(int day, long userId, double probability, String typology, double amountUsd) {
        events.add(
                new ScoredEvent(++id, userId, day, Tier.RETAIL, false, typology, amountUsd, probability, Double.NaN));
        return this;
    }

    ScoredEvents events() {
        return events;
    }
}
