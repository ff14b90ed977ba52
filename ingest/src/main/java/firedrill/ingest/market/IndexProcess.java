package firedrill.ingest.market;

/** Log price of the index before the price impact of liquidations, second by second. */
sealed interface IndexProcess permits SimulatedIndex, RecordedIndex {

    /** Advances to the next second; {@code priceImpact} is the impact of liquidations, logarithmic, at least 0. */
    void step(long second, double priceImpact);

    /** Natural logarithm of the price in cents. */
    double logPrice();

    /** Regime of the current second. */
    Regime regime();

    /** Whether a declared fall is under way. */
    boolean isFallActive();

    /**
     * Whether liquidations move the index and a cascade must be kept within bounds. False for a recorded price, which
     * already contains the impact.
     */
    boolean hasLiquidationImpact();
}
