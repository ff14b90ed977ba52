package firedrill.scoring.model;

import firedrill.scoring.feature.Feature;
import java.util.stream.Stream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;

/**
 * A logistic regression of two classes as one weight per feature: the difference of the two classes' weights, with
 * standardisation and calibration multiplied in.
 *
 * <p>The probability is that of Tribuo's softmax, without its objects: nothing is allocated, and nothing but IEEE 754
 * arithmetic and {@link StrictMath} is used, so that the same features give the same bits everywhere.
 */
public final class CompiledLinear implements Scorer {

    private final String hash;
    /** Change of the calibrated log-odds per unit of a scaled feature. */
    private final double[] coefficients;
    /** Of the scaled features in training. */
    private final double[] means;

    private final boolean[] logarithmic;
    /** Calibrated log-odds where every scaled feature is at its mean. */
    private final double atMeans;

    private CompiledLinear(String hash, double[] coefficients, double[] means, double atMeans) {
        this.hash = hash;
        this.coefficients = coefficients;
        this.means = means;
        this.atMeans = atMeans;
        this.logarithmic = new boolean[Feature.COUNT];
        Stream.of(Feature.values())
                .filter(feature -> feature.scale() == Feature.Scale.LOG)
                .forEach(feature -> logarithmic[feature.ordinal()] = true);
    }

    /**
     * Compiles {@code model}, which was trained on the inputs of {@code standardiser} and tells fraud from honest.
     *
     * @throws IllegalArgumentException if the model has other features or other classes
     */
    public static CompiledLinear of(
            LinearSGDModel model, Standardiser standardiser, Calibration calibration, String hash) {
        if (model.getFeatureIDMap().size() != Feature.COUNT
                || model.getOutputIDInfo().size() != 2) {
            throw new IllegalArgumentException("a model of " + Feature.COUNT + " features and 2 classes, had "
                    + model.getFeatureIDMap().size() + " and "
                    + model.getOutputIDInfo().size());
        }
        DenseMatrix weights = model.getWeightsCopy();
        int fraud = model.getOutputIDInfo().getID(FraudLabel.FRAUD);
        int honest = model.getOutputIDInfo().getID(FraudLabel.HONEST);
        if (fraud < 0 || honest < 0) {
            throw new IllegalArgumentException("a model of fraud and honest, had "
                    + model.getOutputIDInfo().getDomain());
        }
        double[] means = standardiser.means();
        double[] deviations = standardiser.deviations();
        double[] coefficients = new double[Feature.COUNT];
        double bias = weights.get(fraud, Feature.COUNT) - weights.get(honest, Feature.COUNT);
        for (Feature feature : Feature.values()) {
            int i = feature.ordinal();
            int column = columnOf(feature, model.getFeatureIDMap());
            double weight = weights.get(fraud, column) - weights.get(honest, column);
            coefficients[i] = calibration.slope() * weight / deviations[i];
        }
        return new CompiledLinear(hash, coefficients, means, calibration.logit(bias));
    }

    private static int columnOf(Feature feature, ImmutableFeatureMap features) {
        int column = features.getID(feature.label());
        if (column < 0) {
            throw new IllegalArgumentException("the model does not know " + feature.label());
        }
        return column;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public double probability(double[] features) {
        return Calibration.logistic(logit(features));
    }

    /** The calibrated log-odds of fraud. */
    public double logit(double[] features) {
        double logit = atMeans;
        for (int i = 0; i < coefficients.length; i++) {
            // The mean is taken off first: multiplied out, a feature that hardly varies would cancel badly.
            logit += coefficients[i] * (scaled(features, i) - means[i]);
        }
        return logit;
    }

    @Override
    public void explain(double[] features, double[] contributions) {
        for (int i = 0; i < coefficients.length; i++) {
            contributions[i] = coefficients[i] * (scaled(features, i) - means[i]);
        }
    }

    /** As {@link Feature.Scale#of} does, without a catalogue look-up. */
    private double scaled(double[] features, int i) {
        return logarithmic[i] ? StrictMath.log1p(features[i]) : features[i];
    }
}
