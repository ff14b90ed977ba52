package firedrill.ingest.exchange;

import java.util.concurrent.TimeUnit;

/**
 * What is assumed of the exchange's own people. Where no source stands beside a number it is an assumption; 50 to 500
 * cases a day and 5 to 30 minutes each are plausible.
 */
final class Assumptions {

    /** Events of all kinds per user and day, in a quiet market. */
    static final double EVENTS_PER_USER_AND_DAY = 33;

    /** What 100 alerts a day per 10,000 events come to (Fraud Detection Handbook). */
    static final double REVIEWS_PER_EVENT = 0.01;

    static final long REVIEW_MILLIS = TimeUnit.MINUTES.toMillis(12);

    /** Of frauds: called fraud. Of honest requests: called clean. Whatever the fraud, whoever the user. */
    static final double FRAUD_IS_SEEN = 0.90;

    static final double HONESTY_IS_SEEN = 0.97;

    private Assumptions() {}
}
