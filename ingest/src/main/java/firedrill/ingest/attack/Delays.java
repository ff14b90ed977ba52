package firedrill.ingest.attack;

import firedrill.ingest.chance.Draws;

/** How long things take, in milliseconds, at least 1. */
final class Delays {

    private static final double MINUTE_MILLIS = 60_000;

    private final Draws draws;

    Delays(Draws draws) {
        this.draws = draws;
    }

    /** Uniform between two numbers of minutes. */
    long between(double lowMinutes, double highMinutes, long key, long index) {
        return 1 + (long) (draws.between(lowMinutes, highMinutes, key, index) * MINUTE_MILLIS);
    }

    /** Exponential with a mean in minutes. */
    long about(double meanMinutes, long key, long index) {
        return 1 + (long) (draws.exponential(meanMinutes, key, index) * MINUTE_MILLIS);
    }

    /** Log-normal with a median in minutes; {@code sigma} is the standard deviation of the logarithm. */
    long median(double medianMinutes, double sigma, long key, long index) {
        return 1 + (long) (draws.logNormal(medianMinutes, sigma, key, index) * MINUTE_MILLIS);
    }
}
