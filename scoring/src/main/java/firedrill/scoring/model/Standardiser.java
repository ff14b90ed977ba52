package firedrill.scoring.model;

import firedrill.scoring.feature.Scale;
import java.util.Arrays;
import java.util.Collection;

/**
 * Standardises features into a linear model's inputs: catalogue scale, minus the training mean, divided by the training
 * standard deviation. Immutable.
 */
public final class Standardiser {

    /** A variance below this share of the squared mean is rounding error: the feature is constant. */
    private static final double ROUNDING = 1e-12;

    private final double[] means;
    private final double[] deviations;

    /** Indexes of the features that are read on a logarithmic scale. */
    private final int[] logScaleIndexes;

    private Standardiser(FeatureSchema schema, double[] means, double[] deviations) {
        this.logScaleIndexes = schema.logScaleIndexes();
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Restores a standardiser of the catalogue's features.
     *
     * @param means finite, in the feature's scale, shape {@code [Feature.COUNT]}
     * @param deviations positive, finite, the same shape
     */
    public static Standardiser of(double[] means, double[] deviations) {
        return of(FeatureSchema.CATALOGUE, means, deviations);
    }

    private static Standardiser of(FeatureSchema schema, double[] means, double[] deviations) {
        if (means.length != schema.size() || deviations.length != schema.size()) {
            throw new IllegalArgumentException("one mean and one deviation are needed for each of " + schema.size()
                    + " features, had " + means.length + " and " + deviations.length);
        }
        for (int i = 0; i < schema.size(); i++) {
            if (!Double.isFinite(means[i]) || !Double.isFinite(deviations[i]) || deviations[i] <= 0) {
                throw new IllegalArgumentException(
                        "mean and deviation of " + schema.name(i) + " were " + means[i] + " and " + deviations[i]);
            }
        }
        return new Standardiser(schema, means.clone(), deviations.clone());
    }

    /** Means and deviations of {@code rows}, each a feature vector; a feature that never varies is only centred. */
    public static Standardiser fit(Collection<double[]> rows) {
        return fit(FeatureSchema.CATALOGUE, rows);
    }

    /** Means and deviations of {@code rows} of {@code schema}. */
    public static Standardiser fit(FeatureSchema schema, Collection<double[]> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("means need at least one row");
        }
        double[] means = new double[schema.size()];
        double[] deviations = new double[schema.size()];
        for (int i = 0; i < schema.size(); i++) {
            int index = i;
            double mean = rows.stream()
                            .mapToDouble(row -> schema.scaledValue(index, row))
                            .sum()
                    / rows.size();
            double variance = rows.stream()
                            .mapToDouble(row -> square(schema.scaledValue(index, row) - mean))
                            .sum()
                    / rows.size();
            means[i] = mean;
            deviations[i] = variance > ROUNDING * (1 + square(mean)) ? Math.sqrt(variance) : 1;
        }
        return of(schema, means, deviations);
    }

    /** A model's inputs for {@code features}; both of shape {@code [size()]}. */
    public double[] transform(double[] features) {
        double[] inputs = new double[means.length];
        transformInto(features, inputs);
        return inputs;
    }

    /** As {@link #transform(double[])}, into an existing array; allocates nothing. */
    public void transformInto(double[] features, double[] inputs) {
        System.arraycopy(features, 0, inputs, 0, inputs.length);
        for (int i : logScaleIndexes) {
            inputs[i] = Scale.LOG.of(features[i]);
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (inputs[i] - means[i]) / deviations[i];
        }
    }

    /** Number of features it reads. */
    public int featureCount() {
        return means.length;
    }

    /** In the feature's scale; a copy. */
    public double[] means() {
        return means.clone();
    }

    /** In the feature's scale; a copy. */
    public double[] deviations() {
        return deviations.clone();
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
