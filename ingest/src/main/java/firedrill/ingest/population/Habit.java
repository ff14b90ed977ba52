package firedrill.ingest.population;

/**
 * How somebody uses the exchange. Each habit but the first is an honest one that looks like some fraud.
 *
 * <p>Paces are relative to the ordinary user's. Programs and whoever runs them do not sleep.
 */
public enum Habit {
    /** Trades by hand and withdraws now and then. */
    ORDINARY(1, 1, true),
    /** Quotes both sides by program and cancels most of it: looks like wash trading and like spoofing. */
    MAKER(Assumptions.MAKER_ORDERS, Assumptions.MAKER_ERRANDS, false),
    /** Comes seldom and moves much, so that there is little to compare with. */
    WHALE(Assumptions.WHALE_ORDERS, Assumptions.WHALE_ERRANDS, true),
    /** New here, eager, and funded by card or bank: looks like deposit fraud. */
    NEWCOMER(Assumptions.NEWCOMER_ORDERS, 1, true),
    /** Rebalances by program: looks like a stolen key. */
    PROGRAM(Assumptions.PROGRAM_ORDERS, 1, false),
    /** Buys and withdraws the same round sum again and again, just under a limit: looks like structuring. */
    SAVER(1, Assumptions.SAVER_ERRANDS, true),
    /** Lives on promotions and sells what they bring: looks like farming. */
    CLAIMER(1, 1, true),
    /** Buys and sells the same to reach the next fee tier: looks like wash trading. */
    FEE_CHASER(1, 1, true);

    final double orders;
    final double errands;
    final boolean sleeps;

    Habit(double orders, double errands, boolean sleeps) {
        this.orders = orders;
        this.errands = errands;
        this.sleeps = sleeps;
    }

    /** Whether the user has a key for programs. */
    boolean hasKey() {
        return this == MAKER || this == PROGRAM;
    }
}
