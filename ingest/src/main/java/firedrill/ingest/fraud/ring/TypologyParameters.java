package firedrill.ingest.fraud.ring;

/**
 * What is assumed of each kind of fraud, T1 to T12: how it looks from outside, and by how much it differs from one time to
 * the next. Units as in {@link FraudParameters}.
 */
public final class TypologyParameters {

    // T1 and T2, on somebody else's account.
    public static final double CREDENTIAL_CHANGE_SHARE = 0.65;
    /** With a stolen session on the victim's own device there is less need to. */
    public static final double CREDENTIAL_CHANGE_IN_SESSION_SHARE = 0.25;

    public static final double CREDENTIAL_CHANGE_AFTER_SWAP_SHARE = 0.8;
    /** The carrier tells the exchange of the new SIM card, sooner or later. */
    public static final double SWAP_REPORTED_SHARE = 0.7;

    public static final double SWAP_TO_LOGIN_MIN_MINUTES = 5;
    public static final double SWAP_TO_LOGIN_MAX_MINUTES = 90;
    public static final double TAKEOVER_DWELL_MEAN_MINUTES = 45;
    public static final double TAKEOVER_SELL_FIRST_SHARE = 0.6;
    public static final double PARTIAL_MIN_FRACTION = 0.15;
    public static final double PARTIAL_MAX_FRACTION = 0.55;
    /** Withdraw in one go; else in two or three. */
    public static final double ONE_WITHDRAWAL_SHARE = 0.7;

    public static final double TWO_WITHDRAWALS_SHARE = 0.2;
    /** Who takes everything comes back for what is kept in another coin. */
    public static final double REMAINDER_WITHDRAWAL_SHARE = 0.6;

    public static final double BETWEEN_WITHDRAWALS_MEAN_MINUTES = 9;
    /** Victims that a swap chooses the wealthiest from: mean losses are $26,000 (IC3), twice those of a takeover. */
    public static final int SWAP_VICTIM_CANDIDATES = 5;

    public static final int TAKEOVER_VICTIM_CANDIDATES = 2;

    // T3. Crypto.com 2022: 483 accounts, few addresses; ours is a small one.
    public static final int BYPASS_MIN_ACCOUNTS = 6;
    public static final int BYPASS_EXTRA_ACCOUNTS = 9;
    /** More than this takes a second pair of eyes, hole or no hole. */
    public static final double BYPASS_MAX_USD = 8_000;

    public static final double BYPASS_WINDOW_MINUTES = 15;
    public static final double BYPASS_MIN_FRACTION = 0.25;
    /** The intruder could write the missing second factor into the log. */
    public static final double BYPASS_FORGED_LOG_SHARE = 0.15;

    public static final int BYPASS_ADDRESSES = 3;

    // T4.
    public static final double SCAM_DEPOSIT_FIRST_SHARE = 0.5;
    public static final double SCAM_DEPOSIT_TO_WEALTH_MEDIAN = 0.9;
    public static final double SCAM_DEPOSIT_SIGMA = 0.7;
    public static final int SCAM_VICTIM_CANDIDATES = 2;
    public static final double SCAM_MIN_FRACTION = 0.4;
    public static final double SCAM_DWELL_MEAN_MINUTES = 50;
    /** One address serves the victims of a day. */
    public static final long SCAM_ADDRESS_ROTATION_HOURS = 24;

    public static final double SCAM_REPEAT_SHARE = 0.5;

    // T5.
    public static final double MULE_MEDIAN_USD = 1_800;
    public static final double MULE_SIGMA = 0.8;
    public static final double MULE_SHARED_SENDER_SHARE = 0.5;
    public static final double MULE_TWO_ACCOUNTS_SHARE = 0.4;
    public static final double MULE_SELL_SHARE = 0.3;
    public static final double MULE_SELL_MEAN_MINUTES = 20;
    public static final double MULE_MIN_FRACTION = 0.93;
    public static final double MULE_DWELL_MEAN_MINUTES = 35;

    // T6. The limits of the travel rule ($3,000), of record-keeping ($10,000) and of an unverified account ($1,000).
    public static final double[] LIMITS_USD = {10_000, 3_000, 1_000};
    public static final double[] LIMIT_SHARES = {0.25, 0.40, 0.35};
    public static final double LIMIT_MIN_FRACTION = 0.90;
    public static final double LIMIT_MAX_FRACTION = 0.999;
    /** A ring that has been stopped just under limits stays farther away. */
    public static final double LIMIT_CAUTIOUS_MIN_FRACTION = 0.55;

    public static final int STRUCTURING_MIN_PORTIONS = 4;
    public static final int STRUCTURING_EXTRA_PORTIONS = 8;
    public static final double STRUCTURING_MIN_SPACING_MINUTES = 20;
    public static final double STRUCTURING_MAX_SPACING_MINUTES = 80;
    public static final double STRUCTURING_JITTER = 0.08;
    /** Of portions: to the ring's address instead of one of their own. */
    public static final double STRUCTURING_SHARED_ADDRESS_SHARE = 0.3;
    /** Of portions: to an address that the account has sent to before. */
    public static final double STRUCTURING_SAVED_ADDRESS_SHARE = 0.3;

    public static final double STRUCTURING_SINGLE_DEPOSIT_SHARE = 0.5;
    /** Of strikes: the money lies for a day first. */
    public static final double STRUCTURING_DELAY_SHARE = 0.15;

    public static final double STRUCTURING_DELAY_MIN_HOURS = 16;
    public static final double STRUCTURING_DELAY_MAX_HOURS = 30;

    // T7. Binance 2018: one illiquid coin, within a minute. 3Commas 2022: mean loss of the verified victims $336,000;
    // ours
    // is smaller.
    public static final int KEYS_MIN_VICTIMS = 4;
    public static final int KEYS_EXTRA_VICTIMS = 6;
    public static final double KEYS_ACTIVE_SHARE = 0.7;
    /** Of keys: work from their owner's platform alone, so that is where they are used from (3Commas 2022). */
    public static final double KEYS_VIA_PLATFORM_SHARE = 0.55;

    public static final int KEYS_VICTIM_CANDIDATES = 20;
    public static final double KEYS_WINDOW_SECONDS = 45;
    /** In which one victim's coins are sold. */
    public static final double KEYS_SELL_MIN_SECONDS = 3;

    public static final double KEYS_SELL_MAX_SECONDS = 40;
    public static final double KEYS_MIN_FRACTION = 0.6;
    public static final int KEYS_MAX_PURCHASES = 2;
    public static final double KEYS_MIN_OFFSET_BPS = 2_500;
    public static final double KEYS_MAX_OFFSET_BPS = 15_000;
    /** Of victims: their money meets the ring's own offer. The rest buy from the crowd, to move the price. */
    public static final double KEYS_BENEFICIARY_MATCH_SHARE = 0.75;

    public static final double KEYS_MARKET_OFFSET_BPS = 600;
    /** Until what was gained is withdrawn, by a ring that does not wait for hours. */
    public static final double KEYS_CASH_OUT_MEAN_MINUTES = 25;
    /** Of accounts that gain: withdraw to an address that they have used before. */
    public static final double KEYS_SAVED_ADDRESS_SHARE = 0.3;

    /** What an account that gains holds of the coin that the keys will buy. */
    public static final double KEYS_INVENTORY_MEDIAN_USD = 15_000;

    public static final double KEYS_INVENTORY_SIGMA = 0.8;
    /** Of the ring's accounts: hold it when the story begins. */
    static final double KEYS_INITIAL_INVENTORY_SHARE = 0.5;
    /** Accounts of the ring that gain by one raid, of those it has. */
    public static final int KEYS_BENEFICIARIES_PER_ATTACK = 2;
    /** Of accounts that have gained: are stocked for the next raid within hours; else just before it. */
    public static final double KEYS_RESTOCK_SHARE = 0.5;

    public static final double KEYS_RESTOCK_MAX_HOURS = 30;
    /** Of a victim's loss: still there to be given back while the beneficiary has not withdrawn. */
    public static final double KEYS_RECOVERABLE_SHARE = 0.5;

    // T8. Optimism removed 6.8 %, LayerZero 13 % of claimants; farms have tens to thousands of accounts, ours are
    // small.
    static final int FARM_MIN_ACCOUNTS = 8;
    static final int FARM_EXTRA_ACCOUNTS = 7;
    static final double FARM_NEW_ACCOUNT_MAX_AGE_HOURS = 30;
    /** Of farms: accounts are opened weeks before, because promotions ask for a past. */
    static final double FARM_AGED_SHARE = 0.62;

    static final double FARM_BOUGHT_ACCOUNT_SHARE = 0.15;
    static final double FARM_AGED_MIN_DAYS = 8;
    static final double FARM_AGED_MAX_DAYS = 500;
    /** Promotions ask for a deposit; it goes from account to account. */
    public static final double FARM_FUNDING_MEDIAN_USD = 600;

    public static final double FARM_FUNDING_SIGMA = 0.9;
    public static final double FARM_REWARD_MIN_USD = 25;
    public static final double FARM_REWARD_MAX_USD = 140;
    public static final double FARM_CLAIM_WINDOW_MINUTES = 40;
    public static final double FARM_FUNDED_SHARE = 0.8;
    /** Of accounts that are funded: after the claim, because the money was still in another one. */
    public static final double FARM_LATE_FUNDING_SHARE = 0.3;

    /** Of accounts that are funded: trade first, because some promotions ask for it, in their coin or in any. */
    public static final double FARM_TRADE_FIRST_SHARE = 0.5;

    public static final double FARM_REWARD_COIN_TRADE_SHARE = 0.4;
    public static final double FARM_TRADE_WINDOW_MINUTES = 45;
    public static final double FARM_TRADE_MIN_FRACTION = 0.1;
    public static final double FARM_TRADE_MAX_FRACTION = 0.7;
    /** Of accounts that trade: to and fro, because some promotions ask for a volume. */
    public static final double FARM_VOLUME_TRADING_SHARE = 0.5;

    public static final int FARM_MAX_ROUND_TRIPS = 4;
    public static final double FARM_ROUND_TRIP_MEAN_MINUTES = 6;
    public static final double FARM_SELL_SHARE = 0.65;
    public static final double FARM_SELL_MEAN_MINUTES = 25;
    /** Of what an account holds: some promotions ask for a balance that stays. More than everything is everything. */
    public static final double FARM_MIN_FRACTION = 0.2;

    public static final double FARM_MAX_FRACTION = 1.4;
    public static final double FARM_SHARED_SWEEP_ADDRESS_SHARE = 0.5;
    public static final double FARM_SAVED_ADDRESS_SHARE = 0.2;
    public static final double FARM_SWEEP_MEAN_MINUTES = 25;
    /** Of farms: keep the money for the time that the promotion asks for. */
    public static final double FARM_HOLD_SHARE = 0.5;

    public static final double FARM_HOLD_MIN_HOURS = 3;
    public static final double FARM_HOLD_MAX_HOURS = 14;

    // T9. Disputes cluster in the first 10 days (Nacha).
    public static final double DEPOSIT_CARD_SHARE = 0.45;
    public static final double DEPOSIT_MEDIAN_USD = 1_300;
    public static final double DEPOSIT_SIGMA = 0.8;
    static final double DEPOSIT_ACCOUNT_MAX_AGE_DAYS = 5;
    static final double DEPOSIT_BOUGHT_ACCOUNT_SHARE = 0.4;
    public static final double DEPOSIT_TO_ORDER_MEAN_MINUTES = 15;
    public static final double DEPOSIT_TO_LATER_ORDER_MEAN_MINUTES = 150;
    public static final double DEPOSIT_IMMEDIATE_PURCHASE_SHARE = 0.55;
    public static final double DEPOSIT_PREFERRED_COIN_SHARE = 0.5;
    public static final int DEPOSIT_MAX_PURCHASES = 3;
    public static final double DEPOSIT_DWELL_MEAN_MINUTES = 60;
    public static final double DEPOSIT_PURCHASE_SHARE = 0.8;
    public static final double DEPOSIT_MIN_FRACTION = 0.7;
    public static final double DEPOSIT_RETURN_MEDIAN_DAYS = 4;
    public static final double DEPOSIT_RETURN_SIGMA = 1;
    public static final long CARD_FINALITY_DAYS = 120;
    public static final long BANK_FINALITY_DAYS = 60;

    // T10.
    public static final int WASH_MIN_TRADES = 8;
    public static final int WASH_EXTRA_TRADES = 14;
    public static final double WASH_INTERVAL_MEAN_SECONDS = 50;
    public static final double WASH_SIZE_MIN_FRACTION = 0.15;
    public static final double WASH_SIZE_MAX_FRACTION = 0.4;
    public static final double WASH_SIZE_JITTER = 0.04;
    /** Of orders: rest, for the other account to take. */
    public static final double WASH_LIMIT_ORDER_SHARE = 0.35;

    public static final double WASH_LIMIT_MAX_OFFSET_BPS = 10;
    /** Between logging in and the first order, for whatever trades by hand. */
    public static final double LOGIN_TO_TRADE_SHORT_SHARE = 0.6;

    public static final double LOGIN_TO_TRADE_SHORT_MAX_MINUTES = 50;
    public static final double LOGIN_TO_TRADE_MAX_MINUTES = 420;
    /** Of trades: the two sides meet. The rest slip through to the crowd. */
    public static final double WASH_SELF_MATCH_SHARE = 0.75;

    // T11. Large orders at a distance; posting distance is essential (level-3 study, December 2024).
    public static final int SPOOF_MIN_ORDERS = 2;
    public static final int SPOOF_EXTRA_ORDERS = 3;
    public static final double SPOOF_SIZE_MIN_FRACTION = 0.35;
    public static final double SPOOF_SIZE_MAX_FRACTION = 0.9;
    public static final double SPOOF_MIN_OFFSET_BPS = 8;
    public static final double SPOOF_MAX_OFFSET_BPS = 60;
    public static final double SPOOF_PREFERRED_COIN_SHARE = 0.5;
    public static final double SPOOF_TAKE_MIN_FRACTION = 0.05;
    public static final double SPOOF_TAKE_MAX_FRACTION = 0.25;

    // T12.
    public static final int PUMP_INSIDERS = 4;
    public static final int PUMP_BUYERS = 8;
    public static final double PUMP_ACCUMULATION_MINUTES = 120;
    public static final double PUMP_DURATION_SECONDS = 25;
    public static final double PUMP_MIN_OFFSET_BPS = 40;
    public static final double PUMP_MAX_OFFSET_BPS = 900;
    public static final int PUMP_SALES_PER_INSIDER = 2;
    /** Of accounts: sell another coin first, for cash. */
    public static final double PUMP_CASH_RAISING_SHARE = 0.5;
    /** Of insiders' orders: rest, as a bid that nobody notices or an offer that followers take. */
    public static final double PUMP_LIMIT_ORDER_SHARE = 0.45;

    public static final double PUMP_LIMIT_MEDIAN_OFFSET_BPS = 8;
    /** Of pumps: wait for news to hide in. */
    public static final double PUMP_NEWS_WAIT_SHARE = 0.4;
    /** Of insiders: turn the proceeds into another coin. */
    public static final double PUMP_CONVERSION_SHARE = 0.4;

    // Harm that is not money leaving, as a share of what is traded: to those who believed the volume, who followed the
    // shown orders, who bought at the top.
    public static final double WASH_LOSS_SHARE = 0.01;
    public static final double SPOOF_LOSS_SHARE = 0.02;
    public static final double PUMP_LOSS_SHARE = 0.3;

    private TypologyParameters() {}
}
