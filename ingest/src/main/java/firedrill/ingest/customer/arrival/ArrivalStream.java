package firedrill.ingest.customer.arrival;

import firedrill.ingest.random.StreamPurpose;

/** Random streams of arrivals. */
enum ArrivalStream implements StreamPurpose {
    COUNT("population.arrivals"),
    KEY("population.intention"),
    SELECTION("population.who"),
    MARGIN_TRADER("population.margin"),
    CHRONOTYPE("population.owl"),
    AIRDROP("population.drop"),
    AIRDROP_CUSTOMER("population.drop.who"),
    NEWS_RALLY("population.rush"),
    NEWS_RALLY_CUSTOMER("population.rush.who");

    private final String key;

    ArrivalStream(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
