package firedrill.ingest.fraud.scheme;

import firedrill.ingest.fraud.parameters.LoginToTradeParameters;
import firedrill.ingest.fraud.parameters.TacticParameters;
import firedrill.ingest.fraud.ring.Attack;
import firedrill.ingest.parameters.CountRange;
import firedrill.ingest.parameters.LogNormal;
import firedrill.ingest.parameters.UniformRange;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;

/** Random draws of one scheme, by key and purpose. Random durations are in milliseconds, at least 1. */
record SchemeRandom(RandomStream stream, TacticParameters tactic) {

    private static final double SECOND_MILLIS = 1_000;
    private static final double MINUTE_MILLIS = 60_000;
    private static final double MINUTES_PER_HOUR = 60;
    private static final double CENTS_PER_DOLLAR = 100;

    /** A fixed duration. */
    static long secondsToMillis(double seconds) {
        return (long) (seconds * SECOND_MILLIS);
    }

    /** A fixed duration. */
    static long minutesToMillis(double minutes) {
        return (long) (minutes * MINUTE_MILLIS);
    }

    /** In (0, 1). */
    double uniform(long key, DrawIndex draw) {
        return stream.uniform(key, draw);
    }

    boolean bernoulli(double probability, long key, DrawIndex draw) {
        return stream.bernoulli(probability, key, draw);
    }

    double uniformBetween(UniformRange range, long key, DrawIndex draw) {
        return uniformBetween(range.min(), range.max(), key, draw);
    }

    double uniformBetween(double low, double high, long key, DrawIndex draw) {
        return stream.uniformBetween(low, high, key, draw);
    }

    /** In [0, bound). */
    int uniformInt(int bound, long key, DrawIndex draw) {
        return stream.uniformInt(bound, key, draw);
    }

    /** Within a range, both ends included. */
    int uniformInt(CountRange range, long key, DrawIndex draw) {
        return range.min() + stream.uniformInt(range.size(), key, draw);
    }

    double logNormal(LogNormal distribution, long key, DrawIndex draw) {
        return stream.logNormal(distribution.median(), distribution.sigma(), key, draw);
    }

    /** An amount in cents from a distribution in dollars. */
    long logNormalCents(LogNormal usd, long key, DrawIndex draw) {
        return (long) (CENTS_PER_DOLLAR * logNormal(usd, key, draw));
    }

    /** Key of one of several parts of the entity with this key. */
    long subKey(long key, int number) {
        return stream.bits(key, SingleDraw.VALUE, number);
    }

    /** Duration uniform between two numbers of minutes. */
    long uniformMinutesMillis(UniformRange minutes, long key, DrawIndex draw) {
        return uniformMinutesMillis(minutes.min(), minutes.max(), key, draw);
    }

    private long uniformMinutesMillis(double low, double high, long key, DrawIndex draw) {
        return 1 + (long) (uniformBetween(low, high, key, draw) * MINUTE_MILLIS);
    }

    /** Duration uniform between two numbers of hours. */
    long uniformHoursMillis(UniformRange hours, long key, DrawIndex draw) {
        return uniformMinutesMillis(MINUTES_PER_HOUR * hours.min(), MINUTES_PER_HOUR * hours.max(), key, draw);
    }

    /** Exponential duration with a mean in minutes. */
    long exponentialMillis(double meanMinutes, long key, DrawIndex draw) {
        return exponentialMillis(meanMinutes, key, draw, 0);
    }

    long exponentialMillis(double meanMinutes, long key, DrawIndex draw, long repetition) {
        return 1 + (long) (stream.exponential(meanMinutes, key, draw, repetition) * MINUTE_MILLIS);
    }

    /** Log-normal duration with a median in minutes. */
    long logNormalMillis(double medianMinutes, double sigma, long key, DrawIndex draw, long repetition) {
        return 1 + (long) (stream.logNormal(medianMinutes, sigma, key, draw, repetition) * MINUTE_MILLIS);
    }

    /** Dwell time between access and withdrawal; the tactic's shortest choice is exponential with this mean. */
    long dwellMillis(Attack attack, double shortMeanMinutes, long key, DrawIndex draw) {
        return switch (attack.tactic().dwellTime()) {
            case MINUTES -> exponentialMillis(shortMeanMinutes, key, draw);
            case HOURS -> uniformHoursMillis(tactic.dwellHours(), key, draw);
            case NEXT_DAY -> uniformHoursMillis(tactic.dwellNextDayHours(), key, draw);
        };
    }

    /** Delay from a login to the first manual trade: short, or within a session that stays open. */
    long loginToTradeMillis(LoginToTradeParameters parameters, long key, DrawIndex draw) {
        return bernoulli(parameters.shortShare(), key, draw)
                ? uniformMinutesMillis(parameters.shortMinMinutes(), parameters.shortMaxMinutes(), ~key, draw)
                : uniformMinutesMillis(parameters.shortMaxMinutes(), parameters.maxMinutes(), ~key, draw);
    }
}
