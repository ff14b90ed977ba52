package firedrill.ingest.population;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is assumed of honest users. Exchanges publish next to nothing of this: where no source stands beside a number it
 * is an assumption, chosen so that each honest habit overlaps with fraud on every single feature.
 *
 * <p>Shares are in [0, 1], paces per user and simulated day, money in dollars, times in the unit of the name.
 */
final class Assumptions {

    // Pace. Real customers do a few of these things a month; ours live faster, so that one watched hour shows enough.
    static final double LOGINS_PER_DAY = 11;
    static final double DEPOSITS_PER_DAY = 3;
    static final double ORDERS_PER_DAY = 20;
    static final double WITHDRAWALS_PER_DAY = 4;

    // How a moving market multiplies that, as Mood has it: per hourly standard deviation of the return beyond everyday
    // ones, per one of volatility, per one of fear, per usual number of withdrawals that others add, and at most. A
    // crash
    // day is to bring 5 to 10 times the withdrawals while the price falls; in March 2020 in- and outflows of exchanges
    // rose together (Glassnode).
    static final double[] WITHDRAWAL_NERVES = {0.137, 0.07, 0.08, 0.035, 12};
    static final double[] DEPOSIT_NERVES = {0.065, 0.06, 0.024, 0, 6};
    static final double[] ORDER_NERVES = {0.02, 0.02, 0, 0, 2};
    static final double[] CLAIM_NERVES = {0, 0, 0, 0, 1};
    /** Hourly standard deviations that the price moves every other day without anybody minding. */
    static final double EVERYDAY_RETURN_Z = 3;

    static final double EVERYDAY_VOLATILITY_Z = 1;
    static final double FEAR_RISES_MINUTES = 15;
    static final double FEAR_FADES_MINUTES = 90;
    static final double COMPANY_MINUTES = 10;

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
    /** Of those who are active: signed up lately; most who do are gone again after weeks. Of Ethereum addresses active in
     * a month, 60 % first appeared in it (Glassnode, March 2026); people have several, so that is far above our share. */
    static final double FRESH = 0.12;

    static final double FRESH_MEAN_DAYS = 8;
    static final double FRESH_LEAST_DAYS = 0.02;
    /** Keep everything either in coin or in cash. */
    static final double CONCENTRATED = 0.6;
    /** Of pairs of users: share a device at home. */
    static final double FAMILIES = 0.10;
    /** Of saved addresses: belong to a custodian that many users withdraw to. */
    static final double HUB_ADDRESSES = 0.2;

    // How they use the exchange. Tiers give market makers 0.1 % and whales 0.5 %, the age of the account newcomers.
    static final Map<Habit, Double> HABITS =
            new EnumMap<>(Map.of(Habit.PROGRAM, 0.03, Habit.SAVER, 0.04, Habit.CLAIMER, 0.06, Habit.FEE_CHASER, 0.006));
    static final int NEWCOMER_DAYS = 30;
    /** Of newcomers: came for a promotion. */
    static final double NEWCOMERS_WHO_CLAIM = 0.35;

    static final double MAKER_ORDERS = 20;
    /** Whoever lives on quoting leaves the money where it quotes; what is taken out has to be traded back to even. */
    static final double MAKER_ERRANDS = 0.05;

    static final double WHALE_ORDERS = 0.5;
    static final double WHALE_ERRANDS = 0.25;
    static final double NEWCOMER_ORDERS = 1.5;
    static final double PROGRAM_ORDERS = 3.5;
    static final double SAVER_ERRANDS = 1.5;
    static final double FAVOUR_BTC = 0.50;
    static final double FAVOUR_ETH = 0.25;
    static final double FAVOUR_PUMP = 0.06;
    /** Trade in margin, and can be sold out. */
    static final double ON_MARGIN = 0.08;

    // When and from where.
    /** Half the difference between the liveliest and the quietest hour, relative to the mean. */
    static final double DAY_SWING = 0.5;

    static final int LIVELIEST_HOUR = 17;
    static final double NIGHT_OWLS = 0.12;
    static final int OWLS_LATER_HOURS = 9;
    /** 95 % of Coinbase's users had SMS as second factor, and so had 95.65 % of those taken over: no lift. */
    static final double SMS_FACTOR = 0.95;

    static final double APP_FACTOR = 0.04;
    static final double FACTOR_ON_KNOWN_DEVICE = 0.4;
    static final double MOBILE_SESSIONS = 0.45;
    /** Of a country's carriers together: thousands of customers stand behind each. */
    static final int GATEWAYS_PER_COUNTRY = 4;

    static final double SHARED_HOMES = 0.3;
    /** Of homes: get another address each day from their provider. */
    static final double MOVING_HOMES = 0.3;

    static final double VPN_USERS = 0.06;
    static final double VPN_SESSIONS = 0.7;
    static final int VPN_EXITS = 40;
    static final double OFFICE_USERS = 0.15;
    static final double OFFICE_SESSIONS = 0.35;
    /** Neighbours by id, so some 15 % of so many. */
    static final int OFFICE_SIZE = 600;
    /** Of users at a time. */
    static final double ABROAD = 0.04;

    static final int HOTELS = 3_000;
    static final double SERVER_MOVED = 0.05;
    /** Of programs: run where no machine is their own, and come from another address each time. */
    static final double SERVERLESS = 0.25;

    /** Data centres that rent out machines; programs of many users share each. */
    static final int RACKS = 25;

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
    static final double COMPLAINT_AFTER_LIMIT = 0.06;
    static final double COMPLAINT_AFTER_HOLD = 0.12;
    static final double COMPLAINT_AFTER_REFUSED_ORDER = 0.12;
    static final double COMPLAINT_AFTER_REFUSED_WITHDRAWAL = 0.35;
    /** As of leaving: whoever waits while the price runs away says so. */
    static final double COMPLAINT_ODDS_AFTER_ADVERSE_MOVE = 2.5;

    static final double COMPLAINT_MEAN_MINUTES = 6;

    // Leaving, within 30 days. Surveys of declined card payments give 32 to 41 % for a refusal (Javelin 2015,
    // ClearSale);
    // the gradient below it is assumed.
    static final double LEAVES_AFTER_STEP_UP = 0.01;
    static final double LEAVES_AFTER_LIMIT = 0.04;
    static final double LEAVES_AFTER_ORDER_REFUSED = 0.05;
    static final double LEAVES_AFTER_HOLD_BELOW_1_HOUR = 0.08;
    static final double LEAVES_AFTER_HOLD_BELOW_1_DAY = 0.20;
    static final double LEAVES_AFTER_LONGER_HOLD = 0.35;
    static final double LEAVES_AFTER_HOLD_BEYOND_7_DAYS = 0.60;
    static final double LEAVES_AFTER_WITHDRAWAL_REFUSED = 0.35;
    static final double ADVERSE_MOVE = 0.05;
    static final double ODDS_AFTER_ADVERSE_MOVE = 2.5;
    static final double ODDS_AT_SECOND_EVENT = 1.5;
    /** 0.4 to 0.9 are plausible. */
    static final double ODDS_WITH_REASON_AND_END = 0.6;
    /** In the runs of 2022 large accounts were the quickest (Chicago Fed); 2 to 5 times are plausible. */
    static final double LARGE_LEAVE_FASTER = 3;

    static final double ODDS_OF_LARGE = 1.5;
    static final double DEPARTURE_MEAN_HOURS = 2;

    // Word of mouth. Customers tell 9 to 24 others (American Express barometer, TARP), 13 % of them more than 20, which
    // is
    // what a geometric distribution of mean 10 gives; what share of listeners leaves is nowhere published.
    static final double PEOPLE_TOLD_MEAN = 10;
    static final double LISTENER_LEAVES = 0.005;
    /** People who talk to each other most: neighbours by id. */
    static final int CIRCLE = 120;

    static final double CONTACTS_IN_CIRCLE = 0.6;

    // What is reported wrongly: about 1 report of 100, thefts being about 1 withdrawal of 200.
    static final double FRIENDLY_FRAUD = 0.01 * 0.005;
    static final double FRIENDLY_REPORT_MEDIAN_HOURS = 24;
    static final double FRIENDLY_REPORT_SIGMA = 1.0;

    private Assumptions() {}
}
