package firedrill.ingest.customer;

import firedrill.ingest.account.CustomerParameters;

/**
 * What is assumed of how honest users do things: pay in, withdraw, trade, claim, log in. Units as in {@link CustomerParameters}.
 */
public final class BehaviourParameters {

    // Deposits.
    /** Bank transfers are 30 % of deposits. */
    public static final double CRYPTO_DEPOSIT_SHARE = 0.55;

    public static final double BANK_DEPOSIT_SHARE = 0.30;
    public static final double RECURRING_BUYER_CRYPTO_DEPOSIT_SHARE = 0.10;
    public static final double RECURRING_BUYER_BANK_DEPOSIT_SHARE = 0.85;
    public static final double NEWCOMER_CRYPTO_DEPOSIT_SHARE = 0.15;
    public static final double NEWCOMER_BANK_DEPOSIT_SHARE = 0.40;
    /** ACH: unauthorised debits can be returned for 60 days. */
    public static final int BANK_REVERSIBLE_DAYS = 60;
    /** Card disputes come within 120 days. */
    public static final int CARD_REVERSIBLE_DAYS = 120;

    public static final double BANK_DEPOSITS_FROM_EMPLOYER_SHARE = 0.2;
    /** Employers and payroll agents, who pay many users from one account. */
    public static final int EMPLOYERS = 40;

    public static final double CRYPTO_FROM_CUSTODIAN_SHARE = 0.6;
    /** Of wallets of one's own: spend from another address each time, as Bitcoin wallets do with their change. */
    public static final double CRYPTO_FROM_NEW_ADDRESS_SHARE = 0.35;

    /** Who sends coins in mostly keeps or trades them; some came to turn them into money for the bank. */
    public static final double SELL_CRYPTO_DEPOSIT = 0.3;

    public static final double WITHDRAW_SALE_PROCEEDS = 0.5;
    /** Honest bank deposits that bounce: nobody meant it, and two days later it is gone. */
    public static final double DEPOSIT_RETURN_RATE = 0.0005;

    public static final int DEPOSIT_RETURN_DAYS = 2;
    /** Who pays in cash mostly does so to buy; newcomers all the more, and some then move the coins to their own wallet. */
    public static final double BUY_WITH_CASH_DEPOSIT = 0.5;

    public static final double NEWCOMER_BUY_WITH_CASH_DEPOSIT = 0.7;
    public static final double WITHDRAW_BOUGHT_COINS = 0.04;

    public static final double NEWCOMER_WITHDRAW_BOUGHT_COINS = 0.15;
    public static final double NEWCOMER_WITHDRAW_BOUGHT_COINS_IN_RALLY = 0.45;
    /** Hourly standard deviations; above, everybody wants in. */
    public static final double RALLY_RETURN_Z = 1.5;

    /** Median of the amount, as a share of the user's wealth. */
    public static final double DEPOSIT_TO_WEALTH = 0.3;

    public static final double DEPOSIT_SIGMA = 0.8;

    // Withdrawals; the second of each pair holds on a new device or after a credential change.
    public static final double NEW_DEVICE = 0.035;
    public static final double RESET_ON_KNOWN_DEVICE = 0.025;
    public static final double RESET_ON_NEW_DEVICE = 0.30;
    public static final double NEW_ADDRESS = 0.17;
    public static final double NEW_ADDRESS_AFTER_CHANGE = 0.30;
    /** Mean share of the balance that a routine withdrawal takes. */
    public static final double ROUTINE_WITHDRAWAL_FRACTION = 0.28;

    public static final double FULL_WITHDRAWAL = 0.12;
    public static final double FULL_WITHDRAWAL_TO_NEW_ADDRESS = 0.40;
    public static final double SELL_BEFORE_FULL_WITHDRAWAL = 0.25;
    public static final double TEST_NEW_ADDRESS = 0.15;
    public static final double LOGIN_BEFORE_WITHDRAWAL = 0.7;
    public static final double LOGIN_TO_WITHDRAWAL_MEAN_MINUTES = 8;
    public static final double RESET_TO_WITHDRAWAL_MEAN_MINUTES = 40;
    /** Of those who changed a credential: withdraw only hours later. */
    public static final double WAIT_AFTER_RESET = 0.4;

    // Panic: the part of withdrawals above the usual number. Some who come have not been here for long: they have
    // another phone by now, or have forgotten the password. Some trust no exchange any more, and have just made a
    // wallet
    // of their own. Money that fled mostly comes back.
    public static final double PANIC_NEW_DEVICE = 0.3;
    public static final double PANIC_RESET_ON_KNOWN_DEVICE = 0.25;
    public static final double PANIC_NEW_ADDRESS = 0.26;
    public static final double PANIC_SELL_BEFORE_WITHDRAWAL = 0.65;
    public static final double PANIC_LOGIN_TO_WITHDRAWAL_MEAN_MINUTES = 3;
    public static final double PANIC_SECOND_LOGIN = 0.75;
    /** Take the rest, which is kept in the other asset, in a second withdrawal. */
    public static final double PANIC_SECOND_WITHDRAWAL = 0.6;

    public static final double PANIC_REDEPOSIT = 0.7;
    public static final double PANIC_REDEPOSIT_MEAN_MINUTES = 150;
    /** Median of what comes back, as a share of the user's wealth. */
    public static final double PANIC_REDEPOSIT_TO_WEALTH = 0.7;

    public static final double SELL_IN_FALL = 0.65;
    /** Of the coin or the cash that there is: who trades by hand and not all at once. */
    public static final double MIN_TRADE_FRACTION = 0.05;

    public static final double MAX_TRADE_FRACTION = 0.95;
    /** Hourly standard deviations; below, the price is falling in everybody's eyes. */
    public static final double FALL_RETURN_Z = -3;

    // Orders.
    /** Of trades by hand: begin with a login; the rest in a session that was open. Logins are counted as if all traded so. */
    public static final double LOGIN_BEFORE_TRADE = 0.25;

    public static final double LOGIN_TO_TRADE_MEAN_MINUTES = 6;
    public static final double TRADE_OTHER_COIN = 0.2;
    public static final double LIMIT_ORDER_SHARE = 0.4;
    public static final double LIMIT_OFFSET_MEDIAN_BPS = 12;
    public static final double LIMIT_OFFSET_SIGMA = 1.0;
    /** Of orders in the thin coin: meet one of the few who make a market in it. */
    static final double THIN_BOOK_MAKER_FILL_SHARE = 0.6;

    static final int THIN_BOOK_MAKERS = 3;
    /** Of other orders: the exchange can name who stood there; the rest meet several at once. */
    static final double SINGLE_COUNTERPARTY_SHARE = 0.12;
    /** Of market orders by hand: the same order had been resting, and was cancelled because the price would not come. */
    public static final double CANCEL_AND_CROSS_SHARE = 0.12;

    public static final double CANCELLED_TO_TAKEN_MEDIAN = 1.6;
    public static final double CANCELLED_TO_TAKEN_SIGMA = 1.0;
    /** Of a market maker's orders: it takes what stands there, to get rid of stock, after cancelling its quotes. */
    public static final double MARKET_MAKER_TAKER_SHARE = 0.06;

    /** What a market maker cancels for each order that we see, as a multiple of it: exponential mean in a deep book. */
    public static final double MARKET_MAKER_CANCEL_RATIO_MEAN = 30;

    public static final double MARKET_MAKER_MAX_OFFSET_BPS = 6;
    public static final double ALGO_STOP_OUT_IN_FALL = 0.5;
    /** Of programs: send all orders of a rebalance within a second or two, others seconds apart. */
    public static final double ALGO_BASKET_SHARE = 0.45;
    /** Of rebalances when nothing happens: everything is sold all the same, because the strategy says so. */
    public static final double ALGO_FULL_SALE = 0.06;
    /** Of users without a program at work: still have a key from an experiment, and wake it for some of their trades. */
    public static final double DORMANT_API_KEY_SHARE = 0.06;

    public static final double DORMANT_API_KEY_USE = 0.15;
    public static final int MAX_ROUND_TRIPS = 4;
    public static final double FEE_TIER_ROUND_TRIP_SHARE = 0.7;

    // Rushes into the small coin: a listing, news, somebody with many followers. Assumptions all.
    public static final double NEWS_RALLIES_PER_DAY = 8;
    public static final double NEWS_RALLY_USER_SHARE = 0.004;
    public static final double NEWS_RALLY_MIN_MINUTES = 1;
    public static final double NEWS_RALLY_MAX_MINUTES = 8;
    /** Of the first ones, from the middle price; a thin book has nothing for some, and they take what there is. */
    public static final double NEWS_RALLY_OFFSET_MEDIAN_BPS = 300;

    public static final double NEWS_RALLY_OFFSET_SIGMA = 1.2;
    public static final double NEWS_RALLY_SELL_SHARE = 0.5;
    public static final double NEWS_RALLY_HOLDING_MEAN_MINUTES = 20;

    // Instalments: a round limit, less a little. $1,000 and $3,000 are travel-rule thresholds, $10,000 is a reporting
    // one.
    public static final long[] ROUND_LIMITS_CENTS = {100_000, 300_000, 1_000_000};

    /** The largest limit below this share of the user's wealth. */
    public static final double RECURRING_AMOUNT_TO_WEALTH = 0.4;

    public static final double BELOW_LIMIT_MIN_FRACTION = 0.93;
    public static final double BELOW_LIMIT_MAX_FRACTION = 0.999;
    public static final double RECURRING_BUYER_DEPOSITS_RECURRING_AMOUNT = 0.7;

    // Promotions. 41 % of zkSync's largest claimants sold everything at once (Nansen).
    public static final double CLAIMS_PER_DAY = 0.6;
    /** Of others who hear of a promotion: take it as well. */
    public static final double OCCASIONAL_CLAIM = 0.2;

    public static final double CLAIM_MEDIAN_USD = 40;
    public static final double CLAIM_SIGMA = 0.5;
    /** Some promotions ask for a trade in the coin that they pay in; of the cash there is, so much. */
    public static final double CLAIM_REQUIRES_TRADE = 0.4;

    public static final double CLAIM_TRADE_MIN_FRACTION = 0.05;
    public static final double CLAIM_TRADE_MAX_FRACTION = 0.5;
    public static final double CLAIM_SOLD_SHARE = 0.41;
    public static final double CLAIM_WITHDRAWN_SHARE = 0.15;
    /** Airdrops whose claim opens at an announced minute. Assumptions all. */
    public static final double AIRDROPS_PER_DAY = 2;

    public static final double AIRDROP_USER_SHARE = 0.006;
    public static final double AIRDROP_MIN_MINUTES = 5;
    public static final double AIRDROP_MAX_MINUTES = 40;
    /** Of those who come: live on promotions; the rest are anybody. */
    public static final double AIRDROP_PROMO_HUNTER_SHARE = 0.6;
    /** Who lives on promotions pays in what they ask for, and less often. */
    public static final double PROMO_HUNTER_DEPOSIT_FACTOR = 0.15;

    public static final double PROMO_HUNTER_DEPOSIT_RATE = 0.35;
    public static final int CAMPAIGN_DAYS = 14;
    /** Of partners, of coins, of countries: each user is offered one of them. */
    public static final int CONCURRENT_CAMPAIGNS = 8;

    // Logins that lead to nothing.
    public static final double LOGIN_ON_NEW_DEVICE = 0.012;
    public static final double LOGIN_CREDENTIAL_RESET = 0.006;
    /** Of logins of those who run programs: to make a new key. */
    public static final double API_KEY_RENEWAL = 0.04;
    /** Of new phones: come with a new SIM card. */
    public static final double NEW_DEVICE_NEW_SIM = 0.25;
    /** Of logins on a known phone: follow a change of carrier. */
    public static final double KNOWN_DEVICE_NEW_SIM = 0.003;
    /** What that comes to in the week before the story, with the cards of new phones. */
    public static final double NEW_SIM_LAST_WEEK = 0.08;

    private BehaviourParameters() {}
}
