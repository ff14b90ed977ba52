package firedrill.ingest.fraud.ring;

import firedrill.ingest.event.FraudTypology;

/**
 * What is assumed of fraudsters. Where no source stands beside a number it is an assumption, chosen so that no single
 * feature finds a kind of fraud: each of its signs is missing in a good part of cases. Kinds T1 to T12 are those of
 * {@link FraudTypology}, in order.
 *
 * <p>Shares are in [0, 1], money in dollars, times in the unit of the name, rates per 10,000 users and simulated time.
 */
public final class FraudParameters {

    // How often. Public figures put fraud at 0.01 to 0.5 % of withdrawals (Monzo, Stripe, Worldline) and account
    // takeover
    // below 0.01 % of users a year (Coinbase). Here fraud is accelerated to some 0.5 % of withdrawals and 0.1 % of
    // orders,
    // takeover about as much more than honest life is (four withdrawals a user and day), so that a watched hour shows
    // thefts that were caught and thefts that were missed, and a day shows every kind.
    static final double ACCOUNT_THEFTS_PER_HOUR = 3.8;
    /** T1, T2, T4 of these. IC3 2024 counts 982 swaps beside 149,686 complaints; ours are sped up to be seen. */
    static final double[] ACCOUNT_THEFT_MIX = {0.64, 0.065, 0.295};

    static final double LAUNDERING_PER_HOUR = 0.55;
    /** T5, T6. */
    static final double[] LAUNDERING_MIX = {0.68, 0.32};

    static final double DEPOSIT_FRAUDS_PER_HOUR = 0.45;
    static final double CONTROL_BYPASSES_PER_DAY = 1;
    static final double API_KEY_THEFTS_PER_DAY = 1;
    static final double PROMO_FARMS_PER_DAY = 2;
    static final double MARKET_ABUSES_PER_DAY = 8;
    /** T10, T11, T12. Researchers counted 1.8 pumps a day over all markets in 2018. */
    static final double[] MARKET_ABUSE_MIX = {0.32, 0.40, 0.28};

    // Who. Rings per 10,000 users; AMLSim's patterns have 5 to 10 accounts each.
    static final int ACCOUNT_THEFT_RINGS = 4;
    static final int LAUNDERING_RINGS = 3;
    static final int PROMO_FARM_RINGS = 2;
    static final int DEPOSIT_FRAUD_RINGS = 2;
    static final int MARKET_ABUSE_RINGS = 2;
    static final int MULES_PER_RING = 8;
    static final int BENEFICIARIES_PER_RING = 4;
    static final int TRADERS_PER_RING = 12;
    /** A smaller exchange is not worth opening accounts at. */
    public static final int MIN_USERS_FOR_RING_ACCOUNTS = 500;
    /** Accounts of a ring were opened within days of each other. */
    static final double RING_ACCOUNT_MIN_AGE_DAYS = 20;

    static final double RING_ACCOUNT_MAX_AGE_DAYS = 420;
    static final double RING_ACCOUNT_AGE_SPREAD_DAYS = 6;
    /** Of accounts: bought from whoever opened them long ago, because a new account is looked at. */
    static final double BOUGHT_ACCOUNT_SHARE = 0.35;

    static final double BOUGHT_ACCOUNT_MIN_AGE_DAYS = 15;
    static final double BOUGHT_ACCOUNT_MEAN_EXTRA_AGE_DAYS = 200;
    /** Accounts that are kept live like others, by programs: how much, of what an ordinary user does. */
    public static final double WARMING_ACTIVITY_RATIO = 0.5;
    /** Younger ones are used at once. */
    static final double WARMING_MIN_AGE_DAYS = 2;

    static final double RING_ACCOUNT_MEDIAN_USD = 1_500;
    static final double TRADER_MEDIAN_USD = 30_000;
    static final double RING_ACCOUNT_SIGMA = 0.6;
    /** For so many days each farm and each deposit fraud has accounts of its own; later ones use those again. */
    public static final int NEW_ACCOUNT_HORIZON_DAYS = 14;

    public static final double MAX_NEW_ACCOUNT_SHARE = 0.04;

    // Learning: habits before anything is learned, in the order of the enums of Tactic.
    static final double[] AMOUNT_PRIOR = {0.55, 0.35, 0.10};
    static final double[] DWELL_TIME_PRIOR = {0.72, 0.14, 0.14};
    static final double[] DEVICE_PRIOR = {0.35, 0.32, 0.33};
    static final double[] ADDRESS_PRIOR = {0.45, 0.12, 0.13, 0.30};
    static final double[] TIMING_PRIOR = {0.97, 0.03};
    /** Between two thoughts about what was learned: rules are known to race fraud by the hour. */
    public static final int LEARNING_INTERVAL_HOURS = 6;

    static final double EXPLORATION_RATE = 0.03;
    /** Of what is known at one thought, what still counts at the next. */
    static final double REWARD_DISCOUNT = 0.7;
    /** Attempts that it takes to believe half of what they say. */
    static final double PSEUDO_COUNT = 2;
    /** Odds of a choice rise by e for each 1 / this that it succeeds more often than the others. */
    static final double LEARNING_RATE = 5;
    /** What a ring thinks of an attempt that was let through in part. */
    public static final double PARTIAL_SUCCESS_REWARD = 0.5;

    /** Waits of hours, and until after the day that some rules watch. */
    public static final double DWELL_HOURS_MIN = 3;

    public static final double DWELL_HOURS_MAX = 10;
    public static final double DWELL_NEXT_DAY_MIN_HOURS = 24;
    public static final double DWELL_NEXT_DAY_MAX_HOURS = 42;

    public static final double SPIKE_VOLATILITY_Z = 2;
    public static final double SPIKE_WAIT_MAX_HOURS = 6;

    // Tools. A set is used for some hours, then replaced.
    static final long DEVICE_ROTATION_HOURS = 6;
    static final long NETWORK_ROTATION_HOURS = 12;
    static final long ADDRESS_ROTATION_HOURS = 4;
    static final int ACTIVE_DEVICES = 3;
    static final int ACTIVE_NETWORKS = 2;
    static final int ACTIVE_ADDRESSES = 2;
    /** Of lines that are rented: one nobody has seen, an exit that strangers share; the rest are carriers' gateways. */
    static final double NEW_PROXY_SHARE = 0.4;

    static final double SHARED_EXIT_SHARE = 0.3;

    // Taking no for an answer.
    public static final double STEP_UP_MEAN_SECONDS = 90;
    public static final double RETRY_SHARE = 0.6;
    public static final int MAX_ATTEMPTS = 3;
    public static final double RETRY_MEAN_MINUTES = 12;
    public static final double RETRY_HALF_AMOUNT_SHARE = 0.5;
    public static final double RETRY_OTHER_DEVICE_SHARE = 0.4;
    public static final double RETRY_OTHER_ADDRESS_SHARE = 0.5;

    /**
     * What happens around each kind. Challenges passed: thieves 15 % (2 to 40), owners under a swindler's spell 90 % (80 to
     * 98), a swapped SIM card receives the codes. Reports of theft: median 12 h, 9 in 10 within 72 h, 3 % never.
     */
    public static FraudProfile profile(FraudTypology typology) {
        return switch (typology) {
            case ACCOUNT_TAKEOVER -> new FraudProfile(0.15, true, 6, 12, 1.398, 0.03);
            case SIM_SWAP -> new FraudProfile(0.80, true, 10, 12, 1.398, 0.03);
            case CONTROL_BYPASS -> new FraudProfile(0.30, true, 8, 8, 1.2, 0.03);
            case SOCIAL_ENGINEERING -> new FraudProfile(0.90, true, 96, 72, 1.1, 0.15);
            case MULE_RING -> FraudProfile.ofRingAccount(0.85, 60, 0.4);
            case STRUCTURING -> FraudProfile.ofRingAccount(0.92, 120, 0.6);
            case API_KEY_THEFT -> new FraudProfile(0.05, true, 4, 3, 1, 0.03).asSingleCase();
            case PROMO_FARMING -> FraudProfile.ofRingAccount(0.6, 48, 0.3);
            case DEPOSIT_FRAUD -> FraudProfile.ofRingAccount(0.75, 72, 0.5);
            case WASH_TRADING, SPOOFING ->
                FraudProfile.ofRingAccount(0.93, 60, 0.5).asSingleCase();
            case PUMP_AND_DUMP -> FraudProfile.ofRingAccount(0.93, 30, 0.3).asSingleCase();
        };
    }

    private FraudParameters() {}
}
