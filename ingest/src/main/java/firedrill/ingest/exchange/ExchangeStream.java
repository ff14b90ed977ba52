package firedrill.ingest.exchange;

import firedrill.ingest.random.StreamPurpose;

/** The random streams of the exchange. */
enum ExchangeStream implements StreamPurpose {
    REVIEW_VERDICT("exchange.verdict");

    private final String key;

    ExchangeStream(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
