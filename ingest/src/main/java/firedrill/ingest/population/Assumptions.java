package firedrill.ingest.population;

/**
 * What is assumed of honest users. Exchanges publish next to nothing of this: where no source stands beside a number it
 * is an assumption, chosen so that each honest habit overlaps with fraud on every single feature.
 *
 * <p>Shares are in [0, 1], paces per user and simulated day, money in dollars, times in the unit of the name.
 */
final class Assumptions {

    // Pace. Real customers do a few of these things a month; ours live faster, so that one watched hour shows enough.
    static final double LOGINS_PER_DAY = 6;
    static final double DEPOSITS_PER_DAY = 3;
    static final double ORDERS_PER_DAY = 20;
    static final double WITHDRAWALS_PER_DAY = 4;

    // Who they are.
    /** Sigma of log lifetime value; with it the top 1 % hold 40 %. */
    static final double LTV_SIGMA = 2.07;
    /** Mean $1,000: two to four years of the $354 that a consumer brought Coinbase in 2024 (10-K, monthly users). */
    static final double LTV_MEDIAN_USD = 1_000 / StrictMath.exp(LTV_SIGMA * LTV_SIGMA / 2);

    static final double WEALTH_MEDIAN_USD = 3_000;
    static final double WEALTH_SIGMA = 1.5;
    /** Correlation of log wealth and log lifetime value. */
    static final double WEALTH_FOLLOWS_VALUE = 0.8;

    static final double TRADING_SIGMA = 1.2;
    static final double TRADING_FOLLOWS_VALUE = 0.5;
    static final double ERRANDS_SIGMA = 0.6;
    static final double ACCOUNT_AGE_MEAN_DAYS = 600;
    static final double ACCOUNT_AGE_MOST_DAYS = 3_650;
    /** Keep everything either in coin or in cash. */
    static final double CONCENTRATED = 0.6;
    /** Of pairs of users: share a device at home. */
    static final double FAMILIES = 0.10;
    /** Of saved addresses: belong to a custodian that many users withdraw to. */
    static final double HUB_ADDRESSES = 0.2;

    // Deposits.
    /** Median of the amount, as a share of the user's wealth. */
    static final double DEPOSIT_TO_WEALTH = 0.3;

    static final double DEPOSIT_SIGMA = 0.8;

    // Withdrawals; the second of each pair holds on a new device or after a credential change.
    static final double NEW_DEVICE = 0.035;
    static final double RESET_ON_KNOWN_DEVICE = 0.025;
    static final double RESET_ON_NEW_DEVICE = 0.30;
    static final double NEW_ADDRESS = 0.15;
    static final double NEW_ADDRESS_AFTER_CHANGE = 0.30;
    /** Mean share of the balance that a routine withdrawal takes. */
    static final double ROUTINE_FRACTION = 0.28;

    static final double DRAIN = 0.12;
    static final double DRAIN_TO_NEW_ADDRESS = 0.40;
    static final double SELLS_BEFORE_DRAIN = 0.25;
    static final double TESTS_NEW_ADDRESS = 0.15;
    static final double LOGS_IN_FIRST = 0.7;
    static final double LOGIN_TO_WITHDRAWAL_MEAN_MINUTES = 8;
    static final double RESET_TO_WITHDRAWAL_MEAN_MINUTES = 40;
    /** Of those who changed a credential: withdraw only hours later. */
    static final double RESET_AND_WAIT = 0.4;

    // Panic: the part of withdrawals above the usual number. Some who come have not been here for long: they have
    // another
    // phone by now, or have forgotten the password. Money that fled mostly comes back.
    static final double PANIC_NEW_DEVICE = 0.15;
    static final double PANIC_RESET_ON_KNOWN_DEVICE = 0.12;
    static final double PANIC_NEW_ADDRESS = 0.14;
    static final double PANIC_SELLS_FIRST = 0.65;
    static final double PANIC_LOGIN_TO_WITHDRAWAL_MEAN_MINUTES = 3;
    static final double PANIC_LOGS_IN_TWICE = 0.75;
    /** Take the rest, which is kept in the other asset, in a second withdrawal. */
    static final double PANIC_TAKES_THE_REST = 0.6;

    static final double PANIC_RETURNS = 0.7;
    static final double PANIC_RETURN_MEAN_MINUTES = 150;
    /** Median of what comes back, as a share of the user's wealth. */
    static final double PANIC_RETURN_TO_WEALTH = 0.7;

    static final double SELLS_IN_A_FALL = 0.65;

    // Logins that lead to nothing.
    static final double LOGIN_ON_NEW_DEVICE = 0.012;
    static final double LOGIN_RESETS = 0.006;

    // Friction.
    /** Double-digit abandonment of card challenges is on record; a withdrawal matters more to its owner. */
    static final double STEP_UP_PASSED = 0.93;

    static final double STEP_UP_LEAST_SECONDS = 20;
    static final double STEP_UP_MORE_MEAN_SECONDS = 40;
    static final double RETRY_AFTER_REFUSAL = 0.35;
    static final double RETRY_AFTER_FAILED_STEP_UP = 0.5;
    static final double RETRY_MEAN_MINUTES = 15;
    static final int MOST_RETRIES = 1;
    static final double COMPLAINT_AFTER_STEP_UP = 0.015;
    static final double COMPLAINT_AFTER_HOLD = 0.12;
    static final double COMPLAINT_AFTER_REFUSED_ORDER = 0.12;
    static final double COMPLAINT_AFTER_REFUSED_WITHDRAWAL = 0.35;
    static final double COMPLAINT_MEAN_MINUTES = 6;

    // Leaving, within 30 days. Surveys of declined card payments give 32 to 41 % for a refusal (Javelin 2015,
    // ClearSale);
    // the gradient below it is assumed.
    static final double LEAVES_AFTER_STEP_UP = 0.01;
    static final double LEAVES_AFTER_ORDER_REFUSED = 0.05;
    static final double LEAVES_AFTER_HOLD_BELOW_1_HOUR = 0.08;
    static final double LEAVES_AFTER_HOLD_BELOW_1_DAY = 0.20;
    static final double LEAVES_AFTER_LONGER_HOLD = 0.35;
    static final double LEAVES_AFTER_WITHDRAWAL_REFUSED = 0.35;
    static final double ADVERSE_MOVE = 0.05;
    static final double ODDS_AFTER_ADVERSE_MOVE = 2.5;
    static final double ODDS_AT_SECOND_EVENT = 1.5;
    static final double DEPARTURE_MEAN_HOURS = 2;

    // Word of mouth. Customers tell 9 to 24 others (American Express barometer, TARP), 13 % of them more than 20, which
    // is
    // what a geometric distribution of mean 10 gives; what share of listeners leaves is nowhere published.
    static final double PEOPLE_TOLD_MEAN = 10;
    static final double LISTENER_LEAVES = 0.005;

    private Assumptions() {}
}
