package firedrill.ingest.exchange;

import java.util.concurrent.TimeUnit;

/**
 * What is assumed of the exchange's own people. Where no source stands beside a number it is an assumption; 50 to 500
 * cases a day and 5 to 30 minutes each are plausible.
 */
final class ExchangeParameters {

    /** Events of all kinds per user and day, in a quiet market. */
    static final double EVENTS_PER_USER_AND_DAY = 33;

    /** What 100 alerts a day per 10,000 events come to (Fraud Detection Handbook). */
    static final double REVIEW_CAPACITY_PER_EVENT = 0.01;

    static final long REVIEW_DURATION_MILLIS = TimeUnit.MINUTES.toMillis(12);

    /** Of frauds: called fraud. Of honest requests: called clean. Whatever the fraud, whoever the user. */
    static final double REVIEW_SENSITIVITY = 0.90;

    static final double REVIEW_SPECIFICITY = 0.97;

    // The book, of an exchange of ten thousand users. Half the spread in a book of usual depth; the index trades
    // closest.
    static final double HALF_SPREAD_BTC_BPS = 0.5;
    static final double HALF_SPREAD_ETH_BPS = 0.8;
    static final double HALF_SPREAD_SOL_BPS = 2;
    static final double HALF_SPREAD_THIN_COIN_BPS = 25;
    /** An order as large as the depth walks so far down the book. */
    static final double DEPTH_IMPACT_BPS = 10;

    static final double DEPTH_BTC_CENTS = 400_000_000;
    static final double DEPTH_ETH_CENTS = 150_000_000;
    static final double DEPTH_SOL_CENTS = 40_000_000;
    static final double DEPTH_THIN_COIN_CENTS = 200_000;
    static final double MAX_OFFSET_BPS = 5_000;
    /** A limit order this close to the best price trades in full. */
    static final double LIMIT_FULL_FILL_BPS = 6;

    /** So much farther away, e^-1 of it trades before it is cancelled. */
    static final double LIMIT_FILL_DECAY_BPS = 10;

    static final double LIMIT_MIN_FILL_SHARE = 0.05;

    private ExchangeParameters() {}
}
