package firedrill.ingest.fraud;

/**
 * Settings of the fraud simulation in one run.
 *
 * @param adaptive whether rings learn from the outcomes of their own attempts
 * @param rateMultiplier attack rates as a multiple of the parameters' rates, in [0, 100]
 */
public record FraudSettings(boolean adaptive, double rateMultiplier) {

    private static final double MAX_RATE_MULTIPLIER = 100;

    /** Adaptive rings at the usual rates. */
    public static final FraudSettings DEFAULT = new FraudSettings(true, 1);

    public FraudSettings {
        if (!(rateMultiplier >= 0 && rateMultiplier <= MAX_RATE_MULTIPLIER)) {
            throw new IllegalArgumentException(
                    "rateMultiplier must lie in [0, " + MAX_RATE_MULTIPLIER + "], was " + rateMultiplier);
        }
    }

    /** The same settings with tactics that never change. */
    public FraudSettings withoutAdaptation() {
        return new FraudSettings(false, rateMultiplier);
    }

    /** The same settings with another multiple of the rates. */
    public FraudSettings withRateMultiplier(double other) {
        return new FraudSettings(adaptive, other);
    }
}
