package firedrill.scoring.model;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Scale;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * From features to a linear model's inputs: each on its catalogue scale, less the training mean, over the training
 * deviation. Immutable.
 */
public final class Standardiser {

    private static final Feature[] FEATURES = Feature.values();
    /** Places of the features that are read on a logarithmic scale. */
    private static final int[] LOGARITHMIC = Stream.of(FEATURES)
            .filter(feature -> feature.scale() == Scale.LOG)
            .mapToInt(Feature::ordinal)
            .toArray();

    /** A variance this small, relative to the mean's square, is that of a constant. */
    private static final double ROUNDING = 1e-12;

    private final double[] means;
    private final double[] deviations;

    private Standardiser(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * One that was written down before.
     *
     * @param means finite, in the feature's scale, shape {@code [Feature.COUNT]}
     * @param deviations positive, finite, the same shape
     */
    public static Standardiser of(double[] means, double[] deviations) {
        if (means.length != Feature.COUNT || deviations.length != Feature.COUNT) {
            throw new IllegalArgumentException("a mean and a deviation for each of " + Feature.COUNT + " features, had "
                    + means.length + " and " + deviations.length);
        }
        for (int i = 0; i < Feature.COUNT; i++) {
            if (!Double.isFinite(means[i]) || !Double.isFinite(deviations[i]) || deviations[i] <= 0) {
                throw new IllegalArgumentException(
                        "mean and deviation of " + FEATURES[i].label() + " were " + means[i] + " and " + deviations[i]);
            }
        }
        return new Standardiser(means.clone(), deviations.clone());
    }

    /** Means and deviations of {@code rows}, each a feature vector; a feature that never varies is only centred. */
    public static Standardiser fitted(Collection<double[]> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("means need at least one row");
        }
        double[] means = new double[Feature.COUNT];
        double[] deviations = new double[Feature.COUNT];
        for (int i = 0; i < Feature.COUNT; i++) {
            Feature feature = FEATURES[i];
            double mean = rows.stream().mapToDouble(row -> scaled(feature, row)).sum() / rows.size();
            double variance = rows.stream()
                            .mapToDouble(row -> square(scaled(feature, row) - mean))
                            .sum()
                    / rows.size();
            means[i] = mean;
            deviations[i] = variance > ROUNDING * (1 + square(mean)) ? Math.sqrt(variance) : 1;
        }
        return of(means, deviations);
    }

    /** A model's inputs for {@code features}; both of shape {@code [Feature.COUNT]}. */
    public double[] inputs(double[] features) {
        double[] inputs = new double[Feature.COUNT];
        fill(features, inputs);
        return inputs;
    }

    /** As {@link #inputs(double[])}, into an array that is there already. */
    void fill(double[] features, double[] inputs) {
        System.arraycopy(features, 0, inputs, 0, inputs.length);
        for (int i : LOGARITHMIC) {
            inputs[i] = Scale.LOG.of(features[i]);
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (inputs[i] - means[i]) / deviations[i];
        }
    }

    /** In the feature's scale; a copy. */
    public double[] means() {
        return means.clone();
    }

    /** In the feature's scale; a copy. */
    public double[] deviations() {
        return deviations.clone();
    }

    private static double scaled(Feature feature, double[] features) {
        return feature.scale().of(feature.in(features));
    }

    private static double square(double value) {
        return value * value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardiser that
                && Arrays.equals(means, that.means)
                && Arrays.equals(deviations, that.deviations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(means) + Arrays.hashCode(deviations);
    }

    @Override
    public String toString() {
        return "Standardiser[means=" + Arrays.toString(means) + ", deviations=" + Arrays.toString(deviations) + "]";
    }
}
