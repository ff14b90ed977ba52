package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.SECONDS_PER_YEAR;

/**
 * How nervous the market is. Switches each minute with a small probability, which makes a Markov chain.
 *
 * <p>Volatilities, jumps and branching ratios from {@code reference/domain.md} 2.2 and 9, where they are called plausible
 * and unsourced.
 */
enum Regime {
    CALM(0.35, 1, 0.008, 0.7, 1.1),
    NORMAL(0.65, 4, 0.012, 0.8, 1.0),
    STRESS(2.0, 40, 0.03, 0.92, 0.6);

    /** Mean stays of 6 hours in calm, 4 in normal, 45 minutes in stress, which comes once or twice a month. Assumption. */
    private static final double CALM_EXIT_PROBABILITY = 1 / 360.0;

    private static final double NORMAL_TO_CALM_PROBABILITY = 0.98 / 240;
    private static final double NORMAL_TO_STRESS_PROBABILITY = 0.02 / 240;
    private static final double STRESS_EXIT_PROBABILITY = 1 / 45.0;

    /** Standard deviation of a second's logarithmic return, jumps apart. */
    final double sigmaPerSecond;

    final double jumpsPerDay;
    /** Logarithmic. */
    final double meanDownJump;
    /** How many further orders one order brings, in [0, 1). */
    final double branchingRatio;
    /** Depth of the book, as a share of the usual, when the price stands still. */
    final double depth;

    Regime(double annualSigma, double jumpsPerDay, double meanJumpDown, double branching, double depth) {
        this.sigmaPerSecond = annualSigma / Math.sqrt(SECONDS_PER_YEAR);
        this.jumpsPerDay = jumpsPerDay;
        this.meanDownJump = meanJumpDown;
        this.branchingRatio = branching;
        this.depth = depth;
    }

    /** The regime a minute later; {@code uniform} in (0, 1). */
    Regime next(double uniform) {
        return switch (this) {
            case CALM -> uniform < CALM_EXIT_PROBABILITY ? NORMAL : CALM;
            case NORMAL -> {
                if (uniform < NORMAL_TO_CALM_PROBABILITY) {
                    yield CALM;
                }
                yield uniform < NORMAL_TO_CALM_PROBABILITY + NORMAL_TO_STRESS_PROBABILITY ? STRESS : NORMAL;
            }
            case STRESS -> uniform < STRESS_EXIT_PROBABILITY ? NORMAL : STRESS;
        };
    }

    /** The regime that moves so many times as fast as usual; for prices that somebody else made. */
    static Regime classify(double timesUsualVolatility) {
        // Geometric means of neighbouring volatilities.
        if (timesUsualVolatility < 0.73) {
            return CALM;
        }
        return timesUsualVolatility < 1.75 ? NORMAL : STRESS;
    }
}
