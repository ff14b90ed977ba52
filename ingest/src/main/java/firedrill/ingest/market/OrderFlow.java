package firedrill.ingest.market;

/** How many orders come, as a multiple of the usual number. Exogenous: our users and operators do not excite it. */
sealed interface OrderFlow permits HawkesOrderFlow, RecordedOrderFlow {

    /** Goes on to the next second, in which the market is in this regime and this nervous. */
    void step(long second, Regime regime, double nerves);

    /** Times the usual number; above 0, at most {@link MarketParameters#MAX_ORDER_INTENSITY}. */
    double intensity();
}
