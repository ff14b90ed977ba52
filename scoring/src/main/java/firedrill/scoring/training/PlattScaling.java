package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;

/**
 * Fits a calibration: the slope and intercept of least cross-entropy, by Newton's method.
 *
 * <p>Source: H.-T. Lin, C.-J. Lin, R. Weng, "A Note on Platt's Probabilistic Outputs for Support Vector Machines",
 * Machine Learning 68 (2007). Targets are shrunk from 0 and 1 by sample size, so that few rows do not give extreme
 * probabilities.
 */
final class PlattScaling {

    private static final int MAX_ITERATIONS = 100;
    /** Convergence bound on the sum of the steps of slope and intercept. */
    private static final double STEP_TOLERANCE = 1e-8;

    private static final double MIN_STEP_SIZE = 1e-10;
    private static final double RIDGE = 1e-12;

    private final double[] logits;
    private final double[] targets;
    private double slope;
    private double intercept;

    /**
     * Starts from the base rate for every row; from there Newton's steps stay bounded even if the rows are separable.
     */
    private PlattScaling(double[] logits, double[] targets, double baseLogit) {
        this.logits = logits;
        this.targets = targets;
        intercept = baseLogit;
    }

    /**
     * The calibration of {@code logits[i]} to {@code frauds[i]}.
     *
     * @throws UntrainableException if one class is missing, or the slope is not positive
     */
    static Calibration fit(double[] logits, boolean[] frauds) throws UntrainableException {
        long fraudulent = 0;
        for (boolean fraud : frauds) {
            fraudulent += fraud ? 1 : 0;
        }
        long honest = frauds.length - fraudulent;
        if (fraudulent == 0 || honest == 0) {
            throw new UntrainableException("the part for calibration has " + fraudulent + " reported frauds in "
                    + frauds.length + " withdrawals; simulate longer, or more users");
        }
        double[] targets = new double[frauds.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = frauds[i] ? (fraudulent + 1.0) / (fraudulent + 2.0) : 1 / (honest + 2.0);
        }
        PlattScaling scaling = new PlattScaling(logits, targets, StrictMath.log((fraudulent + 1.0) / (honest + 1.0)));
        scaling.minimise();
        if (!(scaling.slope > 0)) {
            throw new UntrainableException(
                    "the model's scores do not rank frauds above honest rows in the part for calibration");
        }
        return new Calibration(scaling.slope, scaling.intercept);
    }

    private void minimise() {
        double loss = loss(slope, intercept);
        for (int step = 0; step < MAX_ITERATIONS; step++) {
            double[] direction = newtonStep();
            if (Math.abs(direction[0]) + Math.abs(direction[1]) < STEP_TOLERANCE) {
                return;
            }
            double size = 1;
            double next = loss(slope + direction[0], intercept + direction[1]);
            while (!(next < loss)) {
                size /= 2;
                if (size < MIN_STEP_SIZE) {
                    return;
                }
                next = loss(slope + size * direction[0], intercept + size * direction[1]);
            }
            slope += size * direction[0];
            intercept += size * direction[1];
            loss = next;
        }
    }

    /** The Newton step, as slope and intercept. */
    private double[] newtonStep() {
        double gradientSlope = 0;
        double gradientIntercept = 0;
        double slopeSlope = RIDGE;
        double slopeIntercept = 0;
        double interceptIntercept = RIDGE;
        for (int i = 0; i < logits.length; i++) {
            double probability = 1 / (1 + StrictMath.exp(-slope * logits[i] - intercept));
            double error = probability - targets[i];
            double curvature = probability * (1 - probability);
            gradientSlope += error * logits[i];
            gradientIntercept += error;
            slopeSlope += curvature * logits[i] * logits[i];
            slopeIntercept += curvature * logits[i];
            interceptIntercept += curvature;
        }
        double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
        return new double[] {
            -(interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant,
            -(slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant
        };
    }

    /** Cross-entropy of all rows, in nats. */
    private double loss(double atSlope, double atIntercept) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double logit = atSlope * logits[i] + atIntercept;
            // log(1 + e^logit) - target * logit, written so that no exponential overflows
            sum += Math.max(logit, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logit))) - targets[i] * logit;
        }
        return sum;
    }
}
