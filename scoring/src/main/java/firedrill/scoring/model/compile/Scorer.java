package firedrill.scoring.model.compile;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.ScoringModel;
import firedrill.scoring.model.Standardiser;
import java.util.Optional;

/**
 * A compiled model with its input scaling and calibration: feature vector to calibrated probability, with attributions.
 * Immutable and thread-safe.
 */
public final class Scorer implements ScoringModel {

    private final String hash;
    private final LogOddsModel model;
    private final Optional<Standardiser> standardiser;
    private final Calibration calibration;
    /** Standardised inputs, one array per thread; empty for a model that reads features directly. */
    private final ThreadLocal<double[]> inputs;

    private Scorer(String hash, LogOddsModel model, Optional<Standardiser> standardiser, Calibration calibration) {
        this.hash = hash;
        this.model = model;
        this.standardiser = standardiser;
        this.calibration = calibration;
        int size = standardiser.map(Standardiser::featureCount).orElse(0);
        this.inputs = ThreadLocal.withInitial(() -> new double[size]);
    }

    /**
     * Makes a scorer.
     *
     * @param standardiser scales features to the model's inputs; empty for trees, which read features directly
     */
    public static Scorer of(
            LogOddsModel model, Optional<Standardiser> standardiser, Calibration calibration, String hash) {
        return new Scorer(hash, model, standardiser, calibration);
    }

    @Override
    public String hash() {
        return hash;
    }

    /** Abbreviation of the kind of model: {@code lr} or {@code xgb}. */
    public String kind() {
        return model.kind();
    }

    @Override
    public double probability(double[] features) {
        return Calibration.logistic(logit(features));
    }

    /** The calibrated log-odds of fraud. */
    public double logit(double[] features) {
        return calibration.apply(model.logit(inputs(features)));
    }

    /** Calibrated log-odds of the average training example; {@link #explain} is relative to it. */
    public double baseline() {
        return calibration.apply(model.baseline());
    }

    @Override
    public void explain(double[] features, double[] contributions) {
        model.explain(inputs(features), contributions);
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] *= calibration.slope();
        }
    }

    private double[] inputs(double[] features) {
        if (standardiser.isEmpty()) {
            return features;
        }
        double[] filled = inputs.get();
        standardiser.get().transformInto(features, filled);
        return filled;
    }
}
