package firedrill.ingest.account;

/**
 * Customer archetype. Each but {@link #ORDINARY} resembles a fraud typology, so it is a hard negative.
 */
public enum Archetype {
    /** Trades manually and withdraws now and then. */
    ORDINARY,
    /** Quotes both sides by API and cancels most quotes: resembles wash trading and spoofing. */
    MARKET_MAKER,
    /** Acts seldom and moves much: there is little to compare with. */
    WHALE,
    /** New, active, and funded by card or bank: resembles deposit fraud. */
    NEWCOMER,
    /** Rebalances a portfolio by API: resembles API key theft. */
    ALGO_TRADER,
    /** Buys and withdraws the same round amount just below a limit: resembles structuring. */
    RECURRING_BUYER,
    /** Claims promotions and sells the rewards: resembles promotion farming. */
    PROMO_HUNTER,
    /** Makes round trips to reach the next fee tier: resembles wash trading. */
    FEE_TIER_SEEKER;

    /** Whether the customer trades by an API key that is in use. */
    public boolean hasApiKey() {
        return this == MARKET_MAKER || this == ALGO_TRADER;
    }

    /** Whether activity follows the local day; programs act at any hour. */
    public boolean isDiurnal() {
        return !hasApiKey();
    }
}
