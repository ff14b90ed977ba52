package firedrill.ingest.attack;

/**
 * What is assumed of fraudsters. Where no source stands beside a number it is an assumption, chosen so that no single
 * feature finds a kind of fraud: each of its signs is missing in a good part of cases. Kinds T1 to T12 are those of
 * {@link Typology}, in order.
 *
 * <p>Shares are in [0, 1], money in dollars, times in the unit of the name, rates per 10,000 users and simulated time.
 */
final class Assumptions {

    // How often. Public figures put fraud at 0.01 to 0.5 % of withdrawals (Monzo, Stripe, Worldline) and account
    // takeover
    // below 0.01 % of users a year (Coinbase). Here fraud is accelerated to some 0.5 % of withdrawals and 0.1 % of
    // orders,
    // takeover about as much more than honest life is (four withdrawals a user and day), so that a watched hour shows
    // thefts that were caught and thefts that were missed, and a day shows every kind.
    static final double ACCOUNTS_PER_HOUR = 3.8;
    /** T1, T2, T4 of these. IC3 2024 counts 982 swaps beside 149,686 complaints; ours are sped up to be seen. */
    static final double[] ACCOUNTS_CRAFTS = {0.64, 0.065, 0.295};

    static final double LAUNDRY_PER_HOUR = 0.55;
    /** T5, T6. */
    static final double[] LAUNDRY_CRAFTS = {0.68, 0.32};

    static final double DEPOSIT_FRAUDS_PER_HOUR = 0.45;
    static final double BREAK_INS_PER_DAY = 1;
    static final double KEYS_PER_DAY = 1;
    static final double FARMS_PER_DAY = 2;
    static final double MARKET_PER_DAY = 8;
    /** T10, T11, T12. Researchers counted 1.8 pumps a day over all markets in 2018. */
    static final double[] MARKET_CRAFTS = {0.32, 0.40, 0.28};

    // Who. Rings per 10,000 users; AMLSim's patterns have 5 to 10 accounts each.
    static final int ACCOUNT_RINGS = 4;
    static final int LAUNDRY_RINGS = 3;
    static final int FARM_RINGS = 2;
    static final int DEPOSIT_RINGS = 2;
    static final int MARKET_RINGS = 2;
    static final int MULES_PER_RING = 8;
    static final int BENEFICIARIES = 4;
    static final int TRADERS_PER_RING = 12;
    /** A smaller exchange is not worth opening accounts at. */
    static final int LEAST_USERS_FOR_OWN_ACCOUNTS = 500;
    /** Accounts of a ring were opened within days of each other. */
    static final double OPENED_BEFORE_LEAST_DAYS = 20;

    static final double OPENED_BEFORE_MOST_DAYS = 420;
    static final double OPENED_WITHIN_DAYS = 6;
    /** Of accounts: bought from whoever opened them long ago, because a new account is looked at. */
    static final double BOUGHT = 0.35;

    static final double BOUGHT_LEAST_DAYS = 15;
    static final double BOUGHT_MEAN_DAYS = 200;
    /** Accounts that are kept live like others, by programs: how much, of what an ordinary user does. */
    static final double COVER_PACE = 0.5;
    /** Younger ones are used at once. */
    static final double COVER_FROM_DAYS = 2;

    static final double OWN_ACCOUNT_MEDIAN_USD = 1_500;
    static final double TRADER_MEDIAN_USD = 30_000;
    static final double OWN_ACCOUNT_SIGMA = 0.6;
    /** For so many days each farm and each deposit fraud has accounts of its own; later ones use those again. */
    static final int DAYS_OF_NEW_ACCOUNTS = 14;

    static final double MOST_NEW_ACCOUNTS = 0.04;

    // Learning: habits before anything is learned, in the order of the enums of Tactic.
    static final double[] AMOUNTS = {0.55, 0.35, 0.10};
    static final double[] PAUSES = {0.72, 0.14, 0.14};
    static final double[] DEVICES = {0.35, 0.32, 0.33};
    static final double[] ADDRESSES = {0.45, 0.12, 0.13, 0.30};
    static final double[] TIMINGS = {0.97, 0.03};
    /** Between two thoughts about what was learned: rules are known to race fraud by the hour. */
    static final int PONDER_HOURS = 6;

    static final double PROBE = 0.03;
    /** Of what is known at one thought, what still counts at the next. */
    static final double REMEMBERED = 0.7;
    /** Attempts that it takes to believe half of what they say. */
    static final double DOUBT = 2;
    /** Odds of a choice rise by e for each 1 / this that it succeeds more often than the others. */
    static final double EAGERNESS = 5;
    /** What a ring thinks of an attempt that was let through in part. */
    static final double PARTLY = 0.5;

    /** Waits of hours, and until after the day that some rules watch. */
    static final double HOURS_LEAST = 3;

    static final double HOURS_MOST = 10;
    static final double NEXT_DAY_LEAST_HOURS = 24;
    static final double NEXT_DAY_MOST_HOURS = 42;

    static final double SPIKE_VOLATILITY_Z = 2;
    static final double WAITS_FOR_SPIKE_HOURS = 6;

    // Tools. A set is used for some hours, then replaced.
    static final long DEVICES_ROTATE_HOURS = 6;
    static final long NETWORKS_ROTATE_HOURS = 12;
    static final long ADDRESSES_ROTATE_HOURS = 4;
    static final int DEVICES_AT_A_TIME = 3;
    static final int NETWORKS_AT_A_TIME = 2;
    static final int ADDRESSES_AT_A_TIME = 2;
    /** Of lines that are rented: one nobody has seen, an exit that strangers share; the rest are carriers' gateways. */
    static final double PROXY_IS_NEW = 0.4;

    static final double PROXY_IS_AN_EXIT = 0.3;

    // Taking no for an answer.
    static final double STEP_UP_MEAN_SECONDS = 90;
    static final double TRIES_AGAIN = 0.6;
    static final int MOST_TRIES = 3;
    static final double RETRY_MEAN_MINUTES = 12;
    static final double SMALLER = 0.5;
    static final double OTHER_DEVICE = 0.4;
    static final double OTHER_ADDRESS = 0.5;

    /**
     * What happens around each kind. Challenges passed: thieves 15 % (2 to 40), owners under a swindler's spell 90 % (80 to
     * 98), a swapped SIM card receives the codes. Reports of theft: median 12 h, 9 in 10 within 72 h, 3 % never.
     */
    static Temper temper(Typology typology) {
        return switch (typology) {
            case ACCOUNT_TAKEOVER -> new Temper(0.15, true, 6, 12, 1.398, 0.03);
            case SIM_SWAP -> new Temper(0.80, true, 10, 12, 1.398, 0.03);
            case CONTROL_BYPASS -> new Temper(0.30, true, 8, 8, 1.2, 0.03);
            case SOCIAL_ENGINEERING -> new Temper(0.90, true, 96, 72, 1.1, 0.15);
            case MULE_RING -> Temper.ofOwnAccount(0.85, 60, 0.4);
            case STRUCTURING -> Temper.ofOwnAccount(0.92, 120, 0.6);
            case API_KEY_THEFT -> new Temper(0.05, true, 4, 3, 1, 0.03).asOneCase();
            case PROMO_FARMING -> Temper.ofOwnAccount(0.6, 48, 0.3);
            case DEPOSIT_FRAUD -> Temper.ofOwnAccount(0.75, 72, 0.5);
            case WASH_TRADING, SPOOFING -> Temper.ofOwnAccount(0.93, 60, 0.5).asOneCase();
            case PUMP_AND_DUMP -> Temper.ofOwnAccount(0.93, 30, 0.3).asOneCase();
        };
    }

    private Assumptions() {}
}
