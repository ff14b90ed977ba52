package firedrill.ingest.population;

/**
 * What is assumed of how honest users do things: pay in, withdraw, trade, claim, log in. Units as in {@link Assumptions}.
 */
final class Ways {

    // Deposits.
    /** Bank transfers are 30 % of deposits. */
    static final double CRYPTO_DEPOSITS = 0.55;

    static final double BANK_DEPOSITS = 0.30;
    static final double SAVER_CRYPTO_DEPOSITS = 0.10;
    static final double SAVER_BANK_DEPOSITS = 0.85;
    static final double NEWCOMER_CRYPTO_DEPOSITS = 0.15;
    static final double NEWCOMER_BANK_DEPOSITS = 0.40;
    /** ACH: unauthorised debits can be returned for 60 days. */
    static final int BANK_FINAL_DAYS = 60;
    /** Card disputes come within 120 days. */
    static final int CARD_FINAL_DAYS = 120;

    static final double BANK_FROM_EMPLOYER = 0.2;
    /** Employers and payroll agents, who pay many users from one account. */
    static final int EMPLOYERS = 40;

    static final double CRYPTO_FROM_CUSTODIAN = 0.6;
    /** Of wallets of one's own: spend from another address each time, as Bitcoin wallets do with their change. */
    static final double CRYPTO_FROM_NEW_ADDRESS = 0.35;

    /** Who sends coins in mostly keeps or trades them; some came to turn them into money for the bank. */
    static final double SELLS_DEPOSIT = 0.3;

    static final double TAKES_PROCEEDS = 0.5;
    /** Honest bank deposits that bounce: nobody meant it, and two days later it is gone. */
    static final double BOUNCES = 0.0005;

    static final int BOUNCE_DAYS = 2;
    /** Who pays in cash mostly does so to buy; newcomers all the more, and some then move the coins to their own wallet. */
    static final double BUYS_WITH_DEPOSIT = 0.5;

    static final double NEWCOMER_BUYS = 0.7;
    static final double LEAVES_WITH_COINS = 0.04;

    static final double NEWCOMER_LEAVES_WITH_COINS = 0.15;
    static final double NEWCOMER_LEAVES_WITH_COINS_IN_A_RALLY = 0.45;
    /** Hourly standard deviations; above, everybody wants in. */
    static final double RALLY_Z = 1.5;

    /** Median of the amount, as a share of the user's wealth. */
    static final double DEPOSIT_TO_WEALTH = 0.3;

    static final double DEPOSIT_SIGMA = 0.8;

    // Withdrawals; the second of each pair holds on a new device or after a credential change.
    static final double NEW_DEVICE = 0.035;
    static final double RESET_ON_KNOWN_DEVICE = 0.025;
    static final double RESET_ON_NEW_DEVICE = 0.30;
    static final double NEW_ADDRESS = 0.17;
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
    // another phone by now, or have forgotten the password. Some trust no exchange any more, and have just made a
    // wallet
    // of their own. Money that fled mostly comes back.
    static final double PANIC_NEW_DEVICE = 0.3;
    static final double PANIC_RESET_ON_KNOWN_DEVICE = 0.25;
    static final double PANIC_NEW_ADDRESS = 0.26;
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
    /** Of the coin or the cash that there is: who trades by hand and not all at once. */
    static final double LEAST_PART = 0.05;

    static final double MOST_PART = 0.95;
    /** Hourly standard deviations; below, the price is falling in everybody's eyes. */
    static final double A_FALL_Z = -3;

    // Orders.
    /** Of trades by hand: begin with a login; the rest in a session that was open. Logins are counted as if all traded so. */
    static final double LOGS_IN_TO_TRADE = 0.25;

    static final double LOGIN_TO_TRADE_MEAN_MINUTES = 6;
    static final double EXPLORES_ANOTHER_COIN = 0.2;
    static final double RESTS = 0.4;
    static final double RESTS_OFF_MEDIAN_BPS = 12;
    static final double RESTS_OFF_SIGMA = 1.0;
    /** Of orders in the thin coin: meet one of the few who make a market in it. */
    static final double MEETS_THE_MAKER = 0.6;

    static final int THIN_BOOK_MAKERS = 3;
    /** Of other orders: the exchange can name who stood there; the rest meet several at once. */
    static final double MEETS_ONE_USER = 0.12;
    /** Of market orders by hand: the same order had been resting, and was cancelled because the price would not come. */
    static final double TAKES_AFTER_WAITING = 0.12;

    static final double CANCELLED_TO_TAKEN_MEDIAN = 1.6;
    static final double CANCELLED_TO_TAKEN_SIGMA = 1.0;
    /** Of a market maker's orders: it takes what stands there, to get rid of stock, after cancelling its quotes. */
    static final double MAKER_TAKES = 0.06;

    /** What a market maker cancels for each order that we see, as a multiple of it: exponential mean in a deep book. */
    static final double MAKER_CANCELS = 30;

    static final double MAKER_MOST_OFF_BPS = 6;
    static final double PROGRAM_STOPS_OUT = 0.5;
    /** Of programs: send all orders of a rebalance within a second or two, others seconds apart. */
    static final double PROGRAM_SENDS_BASKETS = 0.45;
    /** Of rebalances when nothing happens: everything is sold all the same, because the strategy says so. */
    static final double PROGRAM_TURNS_TO_CASH = 0.06;
    /** Of users without a program at work: still have a key from an experiment, and wake it for some of their trades. */
    static final double OLD_KEYS = 0.06;

    static final double WAKES_OLD_KEY = 0.15;
    static final int ROUND_TRIPS_MOST = 4;
    static final double CHASES = 0.7;

    // Rushes into the small coin: a listing, news, somebody with many followers. Assumptions all.
    static final double RUSHES_PER_DAY = 8;
    static final double RUSH_OF_USERS = 0.004;
    static final double RUSH_LEAST_MINUTES = 1;
    static final double RUSH_MOST_MINUTES = 8;
    /** Of the first ones, from the middle price; a thin book has nothing for some, and they take what there is. */
    static final double RUSH_OFF_MEDIAN_BPS = 300;

    static final double RUSH_OFF_SIGMA = 1.2;
    static final double RUSH_SELLS = 0.5;
    static final double RUSH_SELLS_MEAN_MINUTES = 20;

    // Instalments: a round limit, less a little. $1,000 and $3,000 are travel-rule thresholds, $10,000 is a reporting
    // one.
    static final long[] ROUND_LIMITS_CENTS = {100_000, 300_000, 1_000_000};

    /** The largest limit below this share of the user's wealth. */
    static final double INSTALMENT_TO_WEALTH = 0.4;

    static final double JUST_UNDER_LEAST = 0.93;
    static final double JUST_UNDER_MOST = 0.999;
    static final double SAVER_PAYS_INSTALMENT = 0.7;

    // Promotions. 41 % of zkSync's largest claimants sold everything at once (Nansen).
    static final double CLAIMS_PER_DAY = 0.6;
    /** Of others who hear of a promotion: take it as well. */
    static final double CLAIMS_BY_THE_WAY = 0.2;

    static final double CLAIM_MEDIAN_USD = 40;
    static final double CLAIM_SIGMA = 0.5;
    /** Some promotions ask for a trade in the coin that they pay in; of the cash there is, so much. */
    static final double CLAIM_TRADES_FIRST = 0.4;

    static final double CLAIM_TRADES_LEAST = 0.05;
    static final double CLAIM_TRADES_MOST = 0.5;
    static final double CLAIM_SOLD_AT_ONCE = 0.41;
    static final double CLAIM_TAKEN_AWAY = 0.15;
    /** Airdrops whose claim opens at an announced minute. Assumptions all. */
    static final double DROPS_PER_DAY = 2;

    static final double DROP_OF_USERS = 0.006;
    static final double DROP_LEAST_MINUTES = 5;
    static final double DROP_MOST_MINUTES = 40;
    /** Of those who come: live on promotions; the rest are anybody. */
    static final double DROP_DRAWS_CLAIMERS = 0.6;
    /** Who lives on promotions pays in what they ask for, and less often. */
    static final double CLAIMER_DEPOSIT_FACTOR = 0.15;

    static final double CLAIMER_DEPOSITS = 0.35;
    static final int CAMPAIGN_DAYS = 14;
    /** Of partners, of coins, of countries: each user is offered one of them. */
    static final int CAMPAIGNS_AT_A_TIME = 8;

    // Logins that lead to nothing.
    static final double LOGIN_ON_NEW_DEVICE = 0.012;
    static final double LOGIN_RESETS = 0.006;
    /** Of logins of those who run programs: to make a new key. */
    static final double KEY_RENEWED = 0.04;
    /** Of new phones: come with a new SIM card. */
    static final double NEW_PHONE_NEW_SIM = 0.25;
    /** Of logins on a known phone: follow a change of carrier. */
    static final double NEW_SIM = 0.003;
    /** What that comes to in the week before the story, with the cards of new phones. */
    static final double NEW_SIM_LAST_WEEK = 0.08;

    private Ways() {}
}
