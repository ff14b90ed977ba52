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
    static final double[] ACCOUNTS_CRAFTS = {0.64, 0.08, 0.28};

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

    static final double OPENED_BEFORE_MOST_DAYS = 240;
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

    // T1 and T2, on somebody else's account.
    static final double CHANGES_CREDENTIAL = 0.65;
    /** With a stolen session on the victim's own device there is less need to. */
    static final double CHANGES_CREDENTIAL_IN_SESSION = 0.25;

    static final double CHANGES_CREDENTIAL_AFTER_SWAP = 0.8;
    /** The carrier tells the exchange of the new SIM card, sooner or later. */
    static final double SWAP_IS_SEEN = 0.75;

    static final double SWAP_TO_LOGIN_LEAST_MINUTES = 5;
    static final double SWAP_TO_LOGIN_MOST_MINUTES = 90;
    static final double IMPATIENT_MEAN_MINUTES = 45;
    static final double SELLS_FIRST = 0.6;
    static final double MODEST_LEAST_FRACTION = 0.15;
    static final double MODEST_MOST_FRACTION = 0.55;
    /** Withdraw in one go; else in two or three. */
    static final double ONE_GO = 0.7;

    static final double TWO_GOES = 0.2;
    /** Who takes everything comes back for what is kept in another coin. */
    static final double TAKES_THE_REST = 0.6;

    static final double BETWEEN_GOES_MEAN_MINUTES = 9;
    /** Victims that a swap chooses the wealthiest from: mean losses are $26,000 (IC3), twice those of a takeover. */
    static final int SWAP_CHOOSES_FROM = 5;

    static final int TAKEOVER_CHOOSES_FROM = 2;

    // T3. Crypto.com 2022: 483 accounts, few addresses; ours is a small one.
    static final int BREAK_IN_LEAST_ACCOUNTS = 6;
    static final int BREAK_IN_MORE_ACCOUNTS = 9;
    /** More than this takes a second pair of eyes, hole or no hole. */
    static final double BREAK_IN_MOST_USD = 8_000;

    static final double BREAK_IN_MINUTES = 15;
    static final double BREAK_IN_LEAST_FRACTION = 0.25;
    /** The intruder could write the missing second factor into the log. */
    static final double BREAK_IN_FORGES_LOG = 0.15;

    static final int BREAK_IN_ADDRESSES = 3;

    // T4.
    static final double SCAM_DEPOSITS_FIRST = 0.5;
    static final double SCAM_DEPOSIT_TO_WEALTH = 0.9;
    static final double SCAM_DEPOSIT_SIGMA = 0.7;
    static final int SCAM_CHOOSES_FROM = 2;
    static final double SCAM_LEAST_FRACTION = 0.4;
    static final double SCAM_HANGS_ON_MEAN_MINUTES = 50;
    /** One address serves the victims of a day. */
    static final long SCAM_ADDRESS_ROTATES_HOURS = 24;

    static final double SCAM_ONE_MORE = 0.5;

    // T5.
    static final double MULE_MEDIAN_USD = 1_800;
    static final double MULE_SIGMA = 0.8;
    static final double MULE_SENDER_SHARED = 0.5;
    static final double MULE_TWO_ACCOUNTS = 0.4;
    static final double MULE_SELLS = 0.3;
    static final double MULE_LEAST_FRACTION = 0.93;
    static final double MULE_WAITS_MEAN_MINUTES = 35;

    // T6. The limits of the travel rule ($3,000), of record-keeping ($10,000) and of an unverified account ($1,000).
    static final double[] LIMITS_USD = {10_000, 3_000, 1_000};
    static final double[] LIMIT_SHARES = {0.35, 0.40, 0.25};
    static final double LIMIT_LEAST = 0.90;
    static final double LIMIT_MOST = 0.999;
    /** A ring that has been stopped just under limits stays farther away. */
    static final double LIMIT_WARY_LEAST = 0.55;

    static final int STRUCTURING_LEAST_PORTIONS = 4;
    static final int STRUCTURING_MORE_PORTIONS = 6;
    static final double STRUCTURING_LEAST_MINUTES = 20;
    static final double STRUCTURING_MOST_MINUTES = 80;
    static final double STRUCTURING_JITTER = 0.08;
    /** Of portions: to the ring's address instead of one of their own. */
    static final double STRUCTURING_SHARED_ADDRESS = 0.3;
    /** Of portions: to an address that the account has sent to before. */
    static final double STRUCTURING_SAVED_ADDRESS = 0.3;

    static final double STRUCTURING_ONE_LUMP = 0.5;

    // T7. Binance 2018: one illiquid coin, within a minute. 3Commas 2022: mean loss of the verified victims $336,000;
    // ours
    // is smaller.
    static final int KEYS_LEAST_VICTIMS = 4;
    static final int KEYS_MORE_VICTIMS = 6;
    static final double KEYS_IN_USE = 0.7;
    /** Of keys: work from their owner's platform alone, so that is where they are used from (3Commas 2022). */
    static final double KEYS_THROUGH_PLATFORM = 0.55;

    static final int KEYS_CHOOSES_FROM = 20;
    static final double KEYS_WITHIN_SECONDS = 45;
    static final double KEYS_LEAST_FRACTION = 0.6;
    static final int KEYS_MOST_BUYS = 3;
    static final double KEYS_OFF_LEAST_BPS = 2_500;
    static final double KEYS_OFF_MOST_BPS = 15_000;
    /** Of victims: their money meets the ring's own offer. The rest buy from the crowd, to move the price. */
    static final double KEYS_MEET_BENEFICIARY = 0.75;

    static final double KEYS_OFF_CROWD_BPS = 600;
    static final double KEYS_INVENTORY_USD = 30_000;
    /** Of a victim's loss: still there to be given back while the beneficiary has not withdrawn. */
    static final double KEYS_STILL_THERE = 0.5;

    // T8. Optimism removed 6.8 %, LayerZero 13 % of claimants; farms have tens to thousands of accounts, ours are
    // small.
    static final int FARM_LEAST_ACCOUNTS = 6;
    static final int FARM_MORE_ACCOUNTS = 7;
    static final double FARM_OPENED_WITHIN_HOURS = 30;
    /** Of farms: accounts are opened weeks before, because promotions ask for a past. */
    static final double FARM_PREPARED = 0.55;

    static final double FARM_PREPARED_LEAST_DAYS = 8;
    static final double FARM_PREPARED_MOST_DAYS = 180;
    /** Promotions ask for a deposit; it goes from account to account. */
    static final double FARM_FUNDING_MEDIAN_USD = 300;

    static final double FARM_FUNDING_SIGMA = 0.9;
    static final double FARM_REWARD_LEAST_USD = 25;
    static final double FARM_REWARD_MOST_USD = 140;
    static final double FARM_CLAIMS_WITHIN_MINUTES = 40;
    static final double FARM_FUNDED = 0.8;
    static final double FARM_SELLS = 0.65;
    static final double FARM_SELL_MEAN_MINUTES = 8;
    /** Of what an account holds; more than everything is everything. */
    static final double FARM_LEAST_FRACTION = 0.5;

    static final double FARM_MOST_FRACTION = 1.4;
    static final double FARM_ONE_SWEEP = 0.5;
    static final double FARM_SAVED_ADDRESS = 0.2;
    static final double FARM_SWEEP_MEAN_MINUTES = 25;
    /** Of farms: keep the money for the time that the promotion asks for. */
    static final double FARM_HOLDS = 0.5;

    static final double FARM_HOLDS_LEAST_HOURS = 3;
    static final double FARM_HOLDS_MOST_HOURS = 14;

    // T9. Disputes cluster in the first 10 days (Nacha).
    static final double DEPOSIT_BY_CARD = 0.45;
    static final double DEPOSIT_MEDIAN_USD = 1_300;
    static final double DEPOSIT_SIGMA = 0.8;
    static final double DEPOSIT_ACCOUNT_MOST_DAYS = 5;
    static final double DEPOSIT_ACCOUNT_BOUGHT = 0.4;
    static final double DEPOSIT_TO_ORDER_MEAN_MINUTES = 15;
    static final double DEPOSIT_TO_LATER_ORDER_MEAN_MINUTES = 150;
    static final double DEPOSIT_BUYS_AT_ONCE = 0.55;
    static final double DEPOSIT_BUYS_FAVOURITE = 0.5;
    static final int DEPOSIT_MOST_BUYS = 3;
    static final double DEPOSIT_LEAVES_MEAN_MINUTES = 60;
    static final double DEPOSIT_BUYS = 0.8;
    static final double DEPOSIT_LEAST_FRACTION = 0.7;
    static final double DEPOSIT_RETURN_MEDIAN_DAYS = 4;
    static final double DEPOSIT_RETURN_SIGMA = 1;
    static final long CARD_FINAL_AFTER_DAYS = 120;
    static final long BANK_FINAL_AFTER_DAYS = 60;

    // T10.
    static final int WASH_LEAST_TRADES = 8;
    static final int WASH_MORE_TRADES = 14;
    static final double WASH_MEAN_SECONDS = 50;
    static final double WASH_SIZE_LEAST = 0.15;
    static final double WASH_SIZE_MOST = 0.4;
    static final double WASH_SIZE_JITTER = 0.04;
    /** Of orders: rest, for the other account to take. */
    static final double WASH_RESTS = 0.35;

    static final double WASH_RESTS_MOST_OFF_BPS = 10;
    /** Between logging in and the first order, for whatever trades by hand. */
    static final double LOGIN_TO_TRADE_MOST_MINUTES = 50;
    /** Of trades: the two sides meet. The rest slip through to the crowd. */
    static final double WASH_MEETS = 0.75;

    // T11. Large orders at a distance; posting distance is essential (level-3 study, December 2024).
    static final int SPOOF_LEAST_ORDERS = 2;
    static final int SPOOF_MORE_ORDERS = 3;
    static final double SPOOF_SIZE_LEAST = 0.35;
    static final double SPOOF_SIZE_MOST = 0.9;
    static final double SPOOF_OFF_LEAST_BPS = 8;
    static final double SPOOF_OFF_MOST_BPS = 60;
    static final double SPOOF_IN_FAVOURITE = 0.5;
    static final double SPOOF_TAKES_LEAST = 0.05;
    static final double SPOOF_TAKES_MOST = 0.25;

    // T12.
    static final int PUMP_INSIDERS = 4;
    static final int PUMP_BUYERS = 8;
    static final double PUMP_ACCUMULATES_MINUTES = 120;
    static final double PUMP_SECONDS = 25;
    static final double PUMP_OFF_LEAST_BPS = 40;
    static final double PUMP_OFF_MOST_BPS = 900;
    static final int PUMP_SALES = 2;
    /** Of accounts: sell another coin first, for cash. */
    static final double PUMP_RAISES_CASH = 0.5;
    /** Of insiders' orders: rest, as a bid that nobody notices or an offer that followers take. */
    static final double PUMP_RESTS = 0.45;

    static final double RESTS_OFF_MEDIAN_BPS = 8;
    /** Of pumps: wait for news to hide in. */
    static final double PUMP_WAITS_FOR_NEWS = 0.4;
    /** Of insiders: turn the proceeds into another coin. */
    static final double PUMP_MOVES_ON = 0.4;

    // Harm that is not money leaving, as a share of what is traded: to those who believed the volume, who followed the
    // shown orders, who bought at the top.
    static final double WASH_HARM = 0.01;
    static final double SPOOF_HARM = 0.02;
    static final double PUMP_HARM = 0.3;

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
            case API_KEY_THEFT -> new Temper(0.05, true, 4, 3, 1, 0.03);
            case PROMO_FARMING -> Temper.ofOwnAccount(0.6, 48, 0.3);
            case DEPOSIT_FRAUD -> Temper.ofOwnAccount(0.75, 72, 0.5);
            case WASH_TRADING, SPOOFING -> Temper.ofOwnAccount(0.93, 60, 0.5);
            case PUMP_AND_DUMP -> Temper.ofOwnAccount(0.93, 30, 0.3);
        };
    }

    private Assumptions() {}
}
