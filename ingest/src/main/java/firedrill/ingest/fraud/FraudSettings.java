package firedrill.ingest.fraud;

/**
 * How the fraudsters of a run behave.
 *
 * @param adaptive whether rings learn from what happened to their own attempts
 * @param rateMultiplier how many attacks there are, as a multiple of the usual number; in [0, 100]
 */
public record FraudSettings(boolean adaptive, double rateMultiplier) {

    private static final double MAX_RATE_MULTIPLIER = 100;

    /** At the usual pace, learning. */
    public static final FraudSettings DEFAULT = new FraudSettings(true, 1);

    public FraudSettings {
        if (!(rateMultiplier >= 0 && rateMultiplier <= MAX_RATE_MULTIPLIER)) {
            throw new IllegalArgumentException(
                    "pace must lie in [0, " + MAX_RATE_MULTIPLIER + "], was " + rateMultiplier);
        }
    }

    /** The same, but rings never change their ways. */
    public FraudSettings withoutAdaptation() {
        return new FraudSettings(false, rateMultiplier);
    }

    /** The same, more or less often. */
    public FraudSettings withRateMultiplier(double other) {
        return new FraudSettings(adaptive, other);
    }
}
