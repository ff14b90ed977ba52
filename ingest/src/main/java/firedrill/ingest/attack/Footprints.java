package firedrill.ingest.attack;

/**
 * What is assumed of each kind of fraud, T1 to T12: how it looks from outside, and by how much it differs from one time to
 * the next. Units as in {@link Assumptions}.
 */
final class Footprints {

    // T1 and T2, on somebody else's account.
    static final double CHANGES_CREDENTIAL = 0.65;
    /** With a stolen session on the victim's own device there is less need to. */
    static final double CHANGES_CREDENTIAL_IN_SESSION = 0.25;

    static final double CHANGES_CREDENTIAL_AFTER_SWAP = 0.8;
    /** The carrier tells the exchange of the new SIM card, sooner or later. */
    static final double SWAP_IS_SEEN = 0.7;

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
    static final double MULE_SELLS_MEAN_MINUTES = 20;
    static final double MULE_LEAST_FRACTION = 0.93;
    static final double MULE_WAITS_MEAN_MINUTES = 35;

    // T6. The limits of the travel rule ($3,000), of record-keeping ($10,000) and of an unverified account ($1,000).
    static final double[] LIMITS_USD = {10_000, 3_000, 1_000};
    static final double[] LIMIT_SHARES = {0.25, 0.40, 0.35};
    static final double LIMIT_LEAST = 0.90;
    static final double LIMIT_MOST = 0.999;
    /** A ring that has been stopped just under limits stays farther away. */
    static final double LIMIT_WARY_LEAST = 0.55;

    static final int STRUCTURING_LEAST_PORTIONS = 4;
    static final int STRUCTURING_MORE_PORTIONS = 8;
    static final double STRUCTURING_LEAST_MINUTES = 20;
    static final double STRUCTURING_MOST_MINUTES = 80;
    static final double STRUCTURING_JITTER = 0.08;
    /** Of portions: to the ring's address instead of one of their own. */
    static final double STRUCTURING_SHARED_ADDRESS = 0.3;
    /** Of portions: to an address that the account has sent to before. */
    static final double STRUCTURING_SAVED_ADDRESS = 0.3;

    static final double STRUCTURING_ONE_LUMP = 0.5;
    /** Of strikes: the money lies for a day first. */
    static final double STRUCTURING_RESTS = 0.15;

    static final double STRUCTURING_RESTS_LEAST_HOURS = 16;
    static final double STRUCTURING_RESTS_MOST_HOURS = 30;

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
    /** In which one victim's coins are sold. */
    static final double KEYS_SELL_LEAST_SECONDS = 3;

    static final double KEYS_SELL_MOST_SECONDS = 40;
    static final double KEYS_LEAST_FRACTION = 0.6;
    static final int KEYS_MOST_BUYS = 2;
    static final double KEYS_OFF_LEAST_BPS = 2_500;
    static final double KEYS_OFF_MOST_BPS = 15_000;
    /** Of victims: their money meets the ring's own offer. The rest buy from the crowd, to move the price. */
    static final double KEYS_MEET_BENEFICIARY = 0.75;

    static final double KEYS_OFF_CROWD_BPS = 600;
    /** Until what was gained is withdrawn, by a ring that does not wait for hours. */
    static final double KEYS_CASH_MEAN_MINUTES = 25;
    /** Of accounts that gain: withdraw to an address that they have used before. */
    static final double KEYS_SAVED_ADDRESS = 0.3;

    /** What an account that gains holds of the coin that the keys will buy. */
    static final double KEYS_STOCK_MEDIAN_USD = 15_000;

    static final double KEYS_STOCK_SIGMA = 0.8;
    /** Of the ring's accounts: hold it when the story begins. */
    static final double KEYS_STOCKED = 0.5;
    /** Accounts of the ring that gain by one raid, of those it has. */
    static final int KEYS_BENEFICIARIES = 2;
    /** Of accounts that have gained: are stocked for the next raid within hours; else just before it. */
    static final double KEYS_STOCKS_UP_AFTERWARDS = 0.5;

    static final double KEYS_STOCKS_UP_WITHIN_HOURS = 30;
    /** Of a victim's loss: still there to be given back while the beneficiary has not withdrawn. */
    static final double KEYS_STILL_THERE = 0.5;

    // T8. Optimism removed 6.8 %, LayerZero 13 % of claimants; farms have tens to thousands of accounts, ours are
    // small.
    static final int FARM_LEAST_ACCOUNTS = 8;
    static final int FARM_MORE_ACCOUNTS = 7;
    static final double FARM_OPENED_WITHIN_HOURS = 30;
    /** Of farms: accounts are opened weeks before, because promotions ask for a past. */
    static final double FARM_PREPARED = 0.62;

    static final double FARM_BOUGHT = 0.15;
    static final double FARM_PREPARED_LEAST_DAYS = 8;
    static final double FARM_PREPARED_MOST_DAYS = 500;
    /** Promotions ask for a deposit; it goes from account to account. */
    static final double FARM_FUNDING_MEDIAN_USD = 600;

    static final double FARM_FUNDING_SIGMA = 0.9;
    static final double FARM_REWARD_LEAST_USD = 25;
    static final double FARM_REWARD_MOST_USD = 140;
    static final double FARM_CLAIMS_WITHIN_MINUTES = 40;
    static final double FARM_FUNDED = 0.8;
    /** Of accounts that are funded: after the claim, because the money was still in another one. */
    static final double FARM_FUNDED_LATE = 0.3;

    /** Of accounts that are funded: trade first, because some promotions ask for it, in their coin or in any. */
    static final double FARM_TRADES_FIRST = 0.5;

    static final double FARM_TRADES_THE_COIN = 0.4;
    static final double FARM_TRADES_WITHIN_MINUTES = 45;
    static final double FARM_TRADES_LEAST = 0.1;
    static final double FARM_TRADES_MOST = 0.7;
    /** Of accounts that trade: to and fro, because some promotions ask for a volume. */
    static final double FARM_MAKES_VOLUME = 0.5;

    static final int FARM_MOST_ROUNDS = 4;
    static final double FARM_ROUND_MINUTES = 6;
    static final double FARM_SELLS = 0.65;
    static final double FARM_SELL_MEAN_MINUTES = 25;
    /** Of what an account holds: some promotions ask for a balance that stays. More than everything is everything. */
    static final double FARM_LEAST_FRACTION = 0.2;

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
    static final double LOGIN_TO_TRADE_IS_SOON = 0.6;

    static final double LOGIN_TO_TRADE_SOON_MINUTES = 50;
    static final double LOGIN_TO_TRADE_MOST_MINUTES = 420;
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

    private Footprints() {}
}
