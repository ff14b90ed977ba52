package firedrill.ingest.population;

/**
 * The numbers behind the simulated users, in one place. Those with a source say so; the others are assumptions, chosen so
 * that a run of an hour shows something and the sanity checks of a fraud expert still hold.
 */
public final class Assumptions {

    // Pace. Simulated users act some twenty times as often as real ones, so that an hour is worth watching.

    /** Per user and simulated day. */
    public static final double WITHDRAWALS_PER_DAY = 4;

    public static final double ORDERS_PER_DAY = 20;
    public static final double LOGINS_PER_DAY = 6;
    public static final double DEPOSITS_PER_DAY = 3;

    /** Spread of activity among users: sigma of a log-normal. */
    static final double ACTIVITY_SIGMA = 1.0;

    // Worth. Mean lifetime value of $1,000 from revenue per user of a listed exchange (FY2024), top 1 % about 40 %.

    static final double LTV_MEAN_CENTS = 100_000;
    static final double LTV_SIGMA = 2.07;
    /** Usual balance over lifetime value. */
    static final double BALANCE_TO_LTV = 8;

    static final double BALANCE_SIGMA = 0.5;

    // Tiers by lifetime value, from the top: market makers 0.1 %, VIP 0.5 %, active 3 %.

    static final double MARKET_MAKER_SHARE = 0.001;
    static final double VIP_SHARE = 0.006;
    static final double ACTIVE_SHARE = 0.036;

    // What honest users do when they withdraw.

    /** Log of the usual share of the balance that is withdrawn, and its sigma. */
    public static final double USUAL_SHARE = -2.3;

    public static final double USUAL_SHARE_SIGMA = 1.0;
    /** Withdrawals that take everything: a move to self-custody, an account that is wound up. */
    public static final double DRAIN = 0.06;

    /** To an address never used before. */
    public static final double NEW_ADDRESS = 0.12;

    /** Of those that take everything: new hardware wallets, other exchanges. */
    public static final double NEW_ADDRESS_WHEN_DRAINING = 0.4;

    /** To a deposit address of another exchange or custodian that many share. */
    public static final double HUB_ADDRESS = 0.08;

    public static final int HUBS = 40;

    /** From a device never used before: a new phone, a borrowed one, a journey. */
    public static final double NEW_DEVICE = 0.04;

    /** Who has a new device enrols second factors or resets a password first. */
    public static final double CREDENTIAL_CHANGE_ON_NEW_DEVICE = 0.45;

    /** Who has a new device also has a new wallet. */
    public static final double NEW_ADDRESS_ON_NEW_DEVICE = 0.3;

    /** Of the other withdrawals: a forgotten password, a routine change, shortly before. */
    public static final double CREDENTIAL_CHANGE = 0.012;

    /** Takes everything because the market frightens, at one sigma of fear (see {@code Mood}). */
    public static final double PANIC_DRAIN = 0.5;

    /** Devices of a household, shared by two accounts. */
    static final double SHARED_DEVICE = 0.1;

    // How honest users take friction. Added chance to leave within 30 days; only the level of 33 to 41 % for refused
    // payments is sourced (Javelin 2015, ClearSale), the gradient is an assumption.

    static final double LEAVES_AFTER_STEP_UP = 0.01;
    static final double LEAVES_AFTER_REFUSED_ORDER = 0.05;
    static final double LEAVES_AFTER_SHORT_HOLD = 0.08;
    static final double LEAVES_AFTER_LONG_HOLD = 0.20;
    static final double LEAVES_AFTER_REFUSED_WITHDRAWAL = 0.35;
    /** Odds, if the price moved by more than 5 % against the user meanwhile. */
    static final double ODDS_AGAINST_USER = 2.5;
    /** Odds, for a second bad experience. */
    static final double ODDS_AGAIN = 1.5;

    static final double ADVERSE_MOVE = 0.05;

    /** Passes a challenge: the owner. */
    public static final double HONEST_PASSES_STEP_UP = 0.93;

    public static final double RETRIES = 0.4;
    public static final double COMPLAINS = 0.3;
    public static final double COMPLAINT_MEAN_MINUTES = 10;
    /** Between deciding to leave and having left, simulated. */
    public static final double FAREWELL_MEAN_MINUTES = 120;

    // Word of mouth: 10 told on average, 13 % tell more than 20 (American Express, TARP); the share who act is unknown.

    public static final double TOLD_MEAN = 10;
    public static final double LISTENER_LEAVES = 0.005;

    // What the exchange earns and gets back.

    /** Basis points of an order's notional. */
    public static final double ORDER_FEE_BPS = 10;

    /** Share of stolen coins that comes back. */
    public static final double RECOVERED_SHARE = 0.03;

    private Assumptions() {}
}
