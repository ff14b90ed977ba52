package firedrill.scoring.model.compile;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.ScoringModel;
import firedrill.scoring.model.Standardiser;
import java.util.Optional;

/**
 * A model that is ready to answer: from a feature vector to a calibrated probability, and why. Any of them can be
 * champion. Immutable and safe for any number of threads.
 */
public final class Scorer implements ScoringModel {

    private final String hash;
    private final LogOddsModel model;
    private final Optional<Standardiser> standardiser;
    private final Calibration calibration;
    /** What a model that reads standardised inputs reads, one array per thread. */
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
     * A scorer by {@code model}.
     *
     * @param standardiser makes the model's inputs of features; none for trees, which read features as they are
     */
    public static Scorer of(
            LogOddsModel model, Optional<Standardiser> standardiser, Calibration calibration, String hash) {
        return new Scorer(hash, model, standardiser, calibration);
    }

    @Override
    public String hash() {
        return hash;
    }

    /** What kind of model it is, in a few letters: {@code lr} or {@code xgb}. */
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

    /** The calibrated log-odds from which {@link #explain} counts. */
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
