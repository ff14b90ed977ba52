package firedrill.ingest.fraud.scheme;

import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.fraud.ring.FraudParameters;
import firedrill.ingest.fraud.ring.TypologyParameters;
import firedrill.ingest.random.RandomStream;

/**
 * The draws of one scheme: each about a key and a question. Times are in milliseconds, at least 1.
 *
 * @param stream about the scheme
 */
record SchemeRandom(RandomStream stream) {

    private static final double MINUTE_MILLIS = 60_000;
    private static final double MINUTES_PER_HOUR = 60;

    /** In (0, 1). */
    double uniform(long key, Enum<?> question) {
        return stream.uniform(key, question.ordinal());
    }

    boolean bernoulli(double probability, long key, Enum<?> question) {
        return stream.bernoulli(probability, key, question.ordinal());
    }

    double uniformBetween(double low, double high, long key, Enum<?> question) {
        return stream.uniformBetween(low, high, key, question.ordinal());
    }

    /** In [0, bound). */
    int uniformInt(int bound, long key, Enum<?> question) {
        return stream.uniformInt(bound, key, question.ordinal());
    }

    double logNormal(double median, double sigma, long key, Enum<?> question) {
        return stream.logNormal(median, sigma, key, question.ordinal());
    }

    /** The key of one of several parts of what has this key. */
    long subKey(long key, int number) {
        return stream.bits(key, number);
    }

    /** Uniform between two numbers of minutes. */
    long uniformMillis(double low, double high, long key, Enum<?> question) {
        return 1 + (long) (uniformBetween(low, high, key, question) * MINUTE_MILLIS);
    }

    /** Exponential with a mean in minutes. */
    long exponentialMillis(double meanMinutes, long key, Enum<?> question) {
        return exponentialMillis(meanMinutes, key, question.ordinal());
    }

    /** The same, of one of many draws. */
    long exponentialMillis(double meanMinutes, long key, long index) {
        return 1 + (long) (stream.exponential(meanMinutes, key, index) * MINUTE_MILLIS);
    }

    /** Log-normal with a median in minutes; {@code sigma} is the standard deviation of the logarithm. */
    long logNormalMillis(double medianMinutes, double sigma, long key, long index) {
        return 1 + (long) (stream.logNormal(medianMinutes, sigma, key, index) * MINUTE_MILLIS);
    }

    /** How long a strike waits between getting in and taking; if not for hours, about so many minutes. */
    long dwellMillis(Attack strike, double soonMeanMinutes, long key, Enum<?> question) {
        return switch (strike.tactic().dwellTime()) {
            case MINUTES -> exponentialMillis(soonMeanMinutes, key, question);
            case HOURS ->
                uniformHoursMillis(FraudParameters.DWELL_HOURS_MIN, FraudParameters.DWELL_HOURS_MAX, key, question);
            case NEXT_DAY ->
                uniformHoursMillis(
                        FraudParameters.DWELL_NEXT_DAY_MIN_HOURS,
                        FraudParameters.DWELL_NEXT_DAY_MAX_HOURS,
                        key,
                        question);
        };
    }

    /** How long after logging in somebody trades by hand: soon, or in a session that stayed open. */
    long loginToTradeMillis(long key, Enum<?> question) {
        return bernoulli(TypologyParameters.LOGIN_TO_TRADE_SHORT_SHARE, key, question)
                ? uniformMillis(0.3, TypologyParameters.LOGIN_TO_TRADE_SHORT_MAX_MINUTES, ~key, question)
                : uniformMillis(
                        TypologyParameters.LOGIN_TO_TRADE_SHORT_MAX_MINUTES,
                        TypologyParameters.LOGIN_TO_TRADE_MAX_MINUTES,
                        ~key,
                        question);
    }

    private long uniformHoursMillis(double low, double high, long key, Enum<?> question) {
        return uniformMillis(MINUTES_PER_HOUR * low, MINUTES_PER_HOUR * high, key, question);
    }
}
