package firedrill.scoring.evaluation;

import firedrill.ingest.event.Account.Tier;
import firedrill.scoring.evaluation.ScoredEvents.ScoredEvent;

/** Cases with the parts that a test does not care about filled in. */
final class ScoredEventsBuilder {

    final ScoredEvents cases = new ScoredEvents();
    private long id;

    ScoredEventsBuilder add(int day, long userId, double probability, String typology) {
        return add(day, userId, probability, typology, 100);
    }

    ScoredEventsBuilder add(int day, long userId, double probability, String typology, double amountUsd) {
        cases.add(new ScoredEvent(++id, userId, day, Tier.RETAIL, false, typology, amountUsd, probability, Double.NaN));
        return this;
    }

    ScoredEvents cases() {
        return cases;
    }
}
