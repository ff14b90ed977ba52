package firedrill.ingest.market;

/** Where the index goes of its own accord, second by second; forced sales come on top. */
sealed interface IndexProcess permits SimulatedIndex, RecordedIndex {

    /** Goes on to the next second; forced sales have pressed the price so far down, logarithmic, 0 or above. */
    void step(long second, double pressure);

    /** Natural logarithm of the price in cents. */
    double logPrice();

    /** Of the second. */
    Regime regime();

    /** Whether a scenario's price fall is on. */
    boolean isShockActive();

    /** Whether forced sales move it, and a cascade must be kept in bounds; not if the price is on record, cascade included. */
    boolean hasLiquidationImpact();
}
