package firedrill.ingest.market;

import static firedrill.ingest.market.Assumptions.JUMPS_DOWN;
import static firedrill.ingest.market.Assumptions.SECONDS_A_DAY;
import static firedrill.ingest.market.Assumptions.UP_TO_DOWN;

import firedrill.ingest.chance.Draws;

/**
 * Jumps of a price: at random moments, of double-exponential size (S. Kou, "A jump-diffusion model for option pricing",
 * Management Science 48, 2002). On average they leave the price where it is.
 *
 * @param perSecond how many are expected
 * @param meanDown mean size of those that go down, logarithmic, below 1
 * @param driftPerSecond makes up for what jumps do on average
 */
record Jumps(double perSecond, double meanDown, double driftPerSecond) {

    private static final int INDICES = 3;

    /** Jumps of this law. */
    static Jumps of(double perDay, double meanDown) {
        double perSecond = perDay / SECONDS_A_DAY;
        double growth = (1 - JUMPS_DOWN) / (1 - UP_TO_DOWN * meanDown) + JUMPS_DOWN / (1 + meanDown) - 1;
        return new Jumps(perSecond, meanDown, -perSecond * growth);
    }

    /** The logarithmic return of a second; {@code channel} tells apart the jumps of several prices. */
    double in(long second, Draws draws, int channel) {
        long first = (long) channel * INDICES;
        if (!draws.happens(perSecond, second, first)) {
            return driftPerSecond;
        }
        boolean isDown = draws.happens(JUMPS_DOWN, second, first + 1);
        double mean = isDown ? -meanDown : UP_TO_DOWN * meanDown;
        return driftPerSecond + draws.exponential(mean, second, first + 2);
    }
}
