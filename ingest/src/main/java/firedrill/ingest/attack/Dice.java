package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;

/**
 * The draws of one scheme: each about a key and a question. Times are in milliseconds, at least 1.
 *
 * @param draws about the scheme
 */
record Dice(Draws draws) {

    private static final double MINUTE_MILLIS = 60_000;
    private static final double MINUTES_AN_HOUR = 60;

    /** In (0, 1). */
    double uniform(long key, Enum<?> question) {
        return draws.uniform(key, question.ordinal());
    }

    boolean happens(double probability, long key, Enum<?> question) {
        return draws.happens(probability, key, question.ordinal());
    }

    double between(double low, double high, long key, Enum<?> question) {
        return draws.between(low, high, key, question.ordinal());
    }

    /** In [0, bound). */
    int below(int bound, long key, Enum<?> question) {
        return draws.below(bound, key, question.ordinal());
    }

    double logNormal(double median, double sigma, long key, Enum<?> question) {
        return draws.logNormal(median, sigma, key, question.ordinal());
    }

    /** The key of one of several parts of what has this key. */
    long part(long key, int number) {
        return draws.bits(key, number);
    }

    /** Uniform between two numbers of minutes. */
    long minutes(double low, double high, long key, Enum<?> question) {
        return 1 + (long) (between(low, high, key, question) * MINUTE_MILLIS);
    }

    /** Exponential with a mean in minutes. */
    long about(double meanMinutes, long key, Enum<?> question) {
        return about(meanMinutes, key, question.ordinal());
    }

    /** The same, of one of many draws. */
    long about(double meanMinutes, long key, long index) {
        return 1 + (long) (draws.exponential(meanMinutes, key, index) * MINUTE_MILLIS);
    }

    /** Log-normal with a median in minutes; {@code sigma} is the standard deviation of the logarithm. */
    long median(double medianMinutes, double sigma, long key, long index) {
        return 1 + (long) (draws.logNormal(medianMinutes, sigma, key, index) * MINUTE_MILLIS);
    }

    /** How long a strike waits between getting in and taking; if not for hours, about so many minutes. */
    long waits(Strike strike, double soonMeanMinutes, long key, Enum<?> question) {
        return switch (strike.tactic().pause()) {
            case SOON -> about(soonMeanMinutes, key, question);
            case HOURS -> hours(Assumptions.HOURS_LEAST, Assumptions.HOURS_MOST, key, question);
            case NEXT_DAY -> hours(Assumptions.NEXT_DAY_LEAST_HOURS, Assumptions.NEXT_DAY_MOST_HOURS, key, question);
        };
    }

    /** How long after logging in somebody trades by hand: soon, or in a session that stayed open. */
    long sinceLogin(long key, Enum<?> question) {
        return happens(Footprints.LOGIN_TO_TRADE_IS_SOON, key, question)
                ? minutes(0.3, Footprints.LOGIN_TO_TRADE_SOON_MINUTES, ~key, question)
                : minutes(
                        Footprints.LOGIN_TO_TRADE_SOON_MINUTES, Footprints.LOGIN_TO_TRADE_MOST_MINUTES, ~key, question);
    }

    private long hours(double low, double high, long key, Enum<?> question) {
        return minutes(MINUTES_AN_HOUR * low, MINUTES_AN_HOUR * high, key, question);
    }
}
