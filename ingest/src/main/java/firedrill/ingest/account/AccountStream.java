package firedrill.ingest.account;

import firedrill.ingest.random.StreamPurpose;

/** Random streams of accounts. */
enum AccountStream implements StreamPurpose {
    TRAIT("population.trait"),
    DEVICE("population.device"),
    SHARED_DEVICE("population.family"),
    CUSTODIAN_ADDRESS("population.address.hub"),
    OWN_ADDRESS("population.address.own"),
    PROCESSOR_ADDRESS("population.address.processor"),
    ADDRESS_SELECTION("population.address.which"),
    NETWORK("population.network"),
    NETWORK_ID("population.network.id"),
    SECOND_FACTOR("population.factor"),
    API_KEY("population.api-key");

    private final String key;

    AccountStream(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
