package firedrill.ingest.account;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is assumed of honest users. Exchanges publish next to nothing of this: where no source stands beside a number it
 * is an assumption, chosen so that each honest habit overlaps with fraud on every single feature.
 *
 * <p>Shares are in [0, 1], paces per user and simulated day, money in dollars, times in the unit of the name.
 */
public final class CustomerParameters {

    // Pace. Real customers do a few of these things a month; ours live faster, so that one watched hour shows enough.
    public static final double LOGINS_PER_DAY = 11;
    public static final double DEPOSITS_PER_DAY = 3;
    public static final double ORDERS_PER_DAY = 20;
    public static final double WITHDRAWALS_PER_DAY = 4;

    // How a moving market multiplies that, as Mood has it: per hourly standard deviation of the return beyond everyday
    // ones, per one of volatility, per one of fear, per usual number of withdrawals that others add, and at most. A
    // crash
    // day is to bring 5 to 10 times the withdrawals while the price falls; in March 2020 in- and outflows of exchanges
    // rose together (Glassnode).
    public static final double[] WITHDRAWAL_STRESS_COEFFICIENTS = {0.137, 0.07, 0.08, 0.035, 12};
    public static final double[] DEPOSIT_STRESS_COEFFICIENTS = {0.065, 0.06, 0.024, 0, 6};
    public static final double[] ORDER_STRESS_COEFFICIENTS = {0.02, 0.02, 0, 0, 2};
    public static final double[] CLAIM_STRESS_COEFFICIENTS = {0, 0, 0, 0, 1};
    /** Hourly standard deviations that the price moves every other day without anybody minding. */
    public static final double NORMAL_RETURN_Z = 3;

    public static final double NORMAL_VOLATILITY_Z = 1;
    public static final double FEAR_RISE_MINUTES = 15;
    public static final double FEAR_DECAY_MINUTES = 90;
    public static final double HERDING_MINUTES = 10;

    // Who they are.
    /** Sigma of log lifetime value; with it the top 1 % hold 40 %. */
    static final double LTV_SIGMA = 2.07;
    /** Mean $1,000: two to four years of the $354 that a consumer brought Coinbase in 2024 (10-K, monthly users). */
    static final double LTV_MEDIAN_USD = 1_000 / StrictMath.exp(LTV_SIGMA * LTV_SIGMA / 2);

    static final double WEALTH_MEDIAN_USD = 3_000;
    static final double WEALTH_SIGMA = 1.5;
    /** Correlation of log wealth and log lifetime value. */
    static final double WEALTH_LTV_CORRELATION = 0.8;

    static final double TRADING_SIGMA = 1.2;
    static final double TRADING_LTV_CORRELATION = 0.5;
    static final double ACTIVITY_SIGMA = 0.6;
    static final double ACCOUNT_AGE_MEAN_DAYS = 600;
    static final double ACCOUNT_AGE_MAX_DAYS = 3_650;
    /** Of those who are active: signed up lately; most who do are gone again after weeks. Of Ethereum addresses active in
     * a month, 60 % first appeared in it (Glassnode, March 2026); people have several, so that is far above our share. */
    static final double NEW_ACCOUNT_SHARE = 0.12;

    static final double NEW_ACCOUNT_MEAN_DAYS = 8;
    static final double NEW_ACCOUNT_MIN_DAYS = 0.02;
    /** Keep everything either in coin or in cash. */
    static final double CONCENTRATED_SHARE = 0.6;
    /** Of pairs of users: share a device at home. */
    static final double SHARED_DEVICE_PAIR_SHARE = 0.10;
    /** Of saved addresses: belong to a custodian that many users withdraw to. */
    static final double CUSTODIAN_ADDRESS_SHARE = 0.2;

    // How they use the exchange. Tiers give market makers 0.1 % and whales 0.5 %, the age of the account newcomers.
    static final Map<Archetype, Double> ARCHETYPE_SHARES = new EnumMap<>(Map.of(
            Archetype.ALGO_TRADER,
            0.03,
            Archetype.RECURRING_BUYER,
            0.04,
            Archetype.PROMO_HUNTER,
            0.06,
            Archetype.FEE_TIER_SEEKER,
            0.006));
    static final int NEWCOMER_DAYS = 30;
    /** Of newcomers: came for a promotion. */
    static final double PROMO_HUNTER_SHARE_OF_NEWCOMERS = 0.35;

    static final double MARKET_MAKER_ORDER_RATE = 20;
    /** Whoever lives on quoting leaves the money where it quotes; what is taken out has to be traded back to even. */
    static final double MARKET_MAKER_OTHER_RATE = 0.05;

    static final double WHALE_ORDER_RATE = 0.5;
    static final double WHALE_OTHER_RATE = 0.25;
    static final double NEWCOMER_ORDER_RATE = 1.5;
    static final double ALGO_TRADER_ORDER_RATE = 3.5;
    static final double RECURRING_BUYER_OTHER_RATE = 1.5;
    static final double PREFERS_BTC_SHARE = 0.50;
    static final double PREFERS_ETH_SHARE = 0.25;
    static final double PREFERS_THIN_COIN_SHARE = 0.06;
    /** Trade in margin, and can be sold out. */
    public static final double MARGIN_TRADER_SHARE = 0.08;

    // When and from where.
    /** Half the difference between the liveliest and the quietest hour, relative to the mean. */
    public static final double DIURNAL_AMPLITUDE = 0.5;

    public static final int PEAK_HOUR = 17;
    public static final double NIGHT_ACTIVE_SHARE = 0.12;
    public static final int NIGHT_ACTIVE_SHIFT_HOURS = 9;
    /** 95 % of Coinbase's users had SMS as second factor, and so had 95.65 % of those taken over: no lift. */
    static final double SMS_FACTOR_SHARE = 0.95;

    static final double APP_FACTOR_SHARE = 0.04;
    static final double FACTOR_PROMPT_ON_KNOWN_DEVICE = 0.4;
    static final double MOBILE_SESSION_SHARE = 0.45;
    /** Of a country's carriers together: thousands of customers stand behind each. */
    static final int GATEWAYS_PER_COUNTRY = 4;

    static final double SHARED_HOME_SHARE = 0.3;
    /** Of homes: get another address each day from their provider. */
    static final double DYNAMIC_IP_HOME_SHARE = 0.3;

    static final double VPN_USER_SHARE = 0.06;
    static final double VPN_SESSION_SHARE = 0.7;
    static final int VPN_EXITS = 40;
    static final double OFFICE_USER_SHARE = 0.15;
    static final double OFFICE_SESSION_SHARE = 0.35;
    /** Neighbours by id, so some 15 % of so many. */
    static final int OFFICE_SIZE = 600;
    /** Of users at a time. */
    static final double ABROAD_SHARE = 0.04;

    static final int HOTELS = 3_000;
    static final double SERVER_MIGRATION_PER_WEEK = 0.05;
    /** Of programs: run where no machine is their own, and come from another address each time. */
    static final double SERVERLESS_SHARE = 0.25;

    /** Data centres that rent out machines; programs of many users share each. */
    static final int DATA_CENTRES = 25;

    // Friction.
    /** Double-digit abandonment of card challenges is on record; a withdrawal matters more to its owner. */
    public static final double STEP_UP_PASS_PROBABILITY = 0.93;

    public static final double STEP_UP_MIN_SECONDS = 20;
    public static final double STEP_UP_EXTRA_MEAN_SECONDS = 40;
    public static final double RETRY_AFTER_REFUSAL = 0.35;
    public static final double RETRY_AFTER_FAILED_STEP_UP = 0.5;
    public static final double RETRY_MEAN_MINUTES = 15;
    public static final int MAX_RETRIES = 1;
    public static final double COMPLAINT_AFTER_STEP_UP = 0.015;
    public static final double COMPLAINT_AFTER_LIMIT = 0.06;
    public static final double COMPLAINT_AFTER_HOLD = 0.12;
    public static final double COMPLAINT_AFTER_REFUSED_ORDER = 0.12;
    public static final double COMPLAINT_AFTER_REFUSED_WITHDRAWAL = 0.35;
    /** As of leaving: whoever waits while the price runs away says so. */
    public static final double COMPLAINT_ODDS_AFTER_ADVERSE_MOVE = 2.5;

    public static final double COMPLAINT_MEAN_MINUTES = 6;

    // Leaving, within 30 days. Surveys of declined card payments give 32 to 41 % for a refusal (Javelin 2015,
    // ClearSale);
    // the gradient below it is assumed.
    public static final double CHURN_AFTER_STEP_UP = 0.01;
    public static final double CHURN_AFTER_LIMIT = 0.04;
    public static final double CHURN_AFTER_REFUSED_ORDER = 0.05;
    public static final double CHURN_AFTER_HOLD_BELOW_1_HOUR = 0.08;
    public static final double CHURN_AFTER_HOLD_BELOW_1_DAY = 0.20;
    public static final double CHURN_AFTER_HOLD_BELOW_7_DAYS = 0.35;
    public static final double CHURN_AFTER_HOLD_BEYOND_7_DAYS = 0.60;
    public static final double CHURN_AFTER_REFUSED_WITHDRAWAL = 0.35;
    public static final double ADVERSE_MOVE = 0.05;
    public static final double CHURN_ODDS_AFTER_ADVERSE_MOVE = 2.5;
    public static final double CHURN_ODDS_AT_REPEAT = 1.5;
    /** 0.4 to 0.9 are plausible. */
    public static final double CHURN_ODDS_WITH_REASON_AND_END = 0.6;
    /** In the runs of 2022 large accounts were the quickest (Chicago Fed); 2 to 5 times are plausible. */
    public static final double LARGE_ACCOUNT_CHURN_SPEEDUP = 3;

    public static final double CHURN_ODDS_OF_LARGE_ACCOUNT = 1.5;
    public static final double DEPARTURE_MEAN_HOURS = 2;

    // Word of mouth. Customers tell 9 to 24 others (American Express barometer, TARP), 13 % of them more than 20, which
    // is
    // what a geometric distribution of mean 10 gives; what share of listeners leaves is nowhere published.
    public static final double PEOPLE_TOLD_MEAN = 10;
    public static final double LISTENER_CHURN = 0.005;
    /** People who talk to each other most: neighbours by id. */
    public static final int SOCIAL_CIRCLE_SIZE = 120;

    public static final double CONTACTS_IN_CIRCLE_SHARE = 0.6;

    // What is reported wrongly: about 1 report of 100, thefts being about 1 withdrawal of 200.
    public static final double FRIENDLY_FRAUD_RATE = 0.01 * 0.005;
    public static final double FRIENDLY_REPORT_MEDIAN_HOURS = 24;
    public static final double FRIENDLY_REPORT_SIGMA = 1.0;

    private CustomerParameters() {}
}
