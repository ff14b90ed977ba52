package firedrill.ingest.market;

/** Volatility regime of the market, from the calmest. */
public enum Regime {
    CALM,
    NORMAL,
    STRESS
}
