package firedrill.scoring.model;

/**
 * Platt scaling: calibrated log-odds are {@code slope * logit + intercept}.
 *
 * <p>Source: J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999.
 */
public record Calibration(double slope, double intercept) {

    /** Leaves log-odds unchanged. */
    public static final Calibration IDENTITY = new Calibration(1, 0);

    public Calibration {
        if (!Double.isFinite(slope) || slope <= 0 || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "slope must be positive and finite, and intercept finite, were " + slope + " and " + intercept);
        }
    }

    /** The calibrated log-odds. */
    public double apply(double logit) {
        return slope * logit + intercept;
    }

    /** The calibrated probability, in [0, 1]; the same bits on every machine. */
    public double probability(double logit) {
        return logistic(apply(logit));
    }

    /** The logistic function, by {@link StrictMath}: the same bits on every machine. */
    public static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
