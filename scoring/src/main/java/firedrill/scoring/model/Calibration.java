package firedrill.scoring.model;

/**
 * From a model's own log-odds to log-odds that can be read as a probability: {@code slope * logit + intercept}.
 *
 * <p>Source: J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999.
 */
public record Calibration(double slope, double intercept) {

    /** Changes nothing. */
    public static final Calibration IDENTITY = new Calibration(1, 0);

    public Calibration {
        if (!Double.isFinite(slope) || slope <= 0 || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "a calibration keeps the order of scores and is finite, was " + slope + " and " + intercept);
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

    public static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
