package firedrill.ingest.account;

/**
 * How somebody uses the exchange. Each habit but the first is an honest one that looks like some fraud.
 *
 * <p>Paces are relative to the ordinary user's. Programs and whoever runs them do not sleep.
 */
public enum Archetype {
    /** Trades by hand and withdraws now and then. */
    ORDINARY(1, 1, true),
    /** Quotes both sides by program and cancels most of it: looks like wash trading and like spoofing. */
    MARKET_MAKER(CustomerParameters.MARKET_MAKER_ORDER_RATE, CustomerParameters.MARKET_MAKER_OTHER_RATE, false),
    /** Comes seldom and moves much, so that there is little to compare with. */
    WHALE(CustomerParameters.WHALE_ORDER_RATE, CustomerParameters.WHALE_OTHER_RATE, true),
    /** New here, eager, and funded by card or bank: looks like deposit fraud. */
    NEWCOMER(CustomerParameters.NEWCOMER_ORDER_RATE, 1, true),
    /** Rebalances by program: looks like a stolen key. */
    ALGO_TRADER(CustomerParameters.ALGO_TRADER_ORDER_RATE, 1, false),
    /** Buys and withdraws the same round sum again and again, just under a limit: looks like structuring. */
    RECURRING_BUYER(1, CustomerParameters.RECURRING_BUYER_OTHER_RATE, true),
    /** Lives on promotions and sells what they bring: looks like farming. */
    PROMO_HUNTER(1, 1, true),
    /** Buys and sells the same to reach the next fee tier: looks like wash trading. */
    FEE_TIER_SEEKER(1, 1, true);

    final double orderRate;
    final double otherActivityRate;
    public final boolean isDiurnal;

    Archetype(double orders, double errands, boolean sleeps) {
        this.orderRate = orders;
        this.otherActivityRate = errands;
        this.isDiurnal = sleeps;
    }

    /** Whether the user has a key for programs. */
    public boolean hasApiKey() {
        return this == MARKET_MAKER || this == ALGO_TRADER;
    }
}
