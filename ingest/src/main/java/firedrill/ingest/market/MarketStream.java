package firedrill.ingest.market;

import firedrill.ingest.random.StreamPurpose;

/** The random streams of the market. */
enum MarketStream implements StreamPurpose {
    INDEX_STEP("market.step"),
    REGIME("market.regime"),
    INDEX_JUMP("market.jump"),
    VOLATILITY("market.roughness"),
    RECORDED_STEP("market.record.step"),
    RECORDED_PATH("market.record.knot"),
    COIN_STEP("market.coin.step"),
    COIN_JUMP("market.coin.jump"),
    ORDER_FLOW("market.order"),
    FUNDING("market.funding");

    private final String key;

    MarketStream(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
