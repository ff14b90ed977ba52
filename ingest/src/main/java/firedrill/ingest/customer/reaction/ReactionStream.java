package firedrill.ingest.customer.reaction;

import firedrill.ingest.random.StreamPurpose;

/** Random streams of reactions. */
enum ReactionStream implements StreamPurpose {
    REACTION("population.friction"),
    CHURN("population.leaving"),
    DEPARTURE("population.leaving.delay"),
    LISTENER("population.leaving.told"),
    CONTACT("population.contact"),
    THEFT("population.theft");

    private final String key;

    ReactionStream(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
