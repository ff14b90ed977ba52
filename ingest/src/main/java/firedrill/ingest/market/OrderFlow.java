package firedrill.ingest.market;

/** Order arrivals, as a multiple of the usual number. Exogenous: users and operators do not excite it. */
sealed interface OrderFlow permits HawkesOrderFlow, RecordedOrderFlow {

    /** Advances to the next second, in this regime, at this volatility relative to the normal regime. */
    void step(long second, Regime regime, double relativeVolatility);

    /** Multiple of the usual number; above 0, at most {@code orderFlow.maxIntensity}. */
    double intensity();
}
