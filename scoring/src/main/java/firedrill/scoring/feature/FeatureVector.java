package firedrill.scoring.feature;

import java.util.Arrays;

/** Features of one event, in catalogue order, each finite. Immutable. */
public final class FeatureVector {

    private final double[] values;

    private FeatureVector(double[] values) {
        this.values = values;
    }

    /** Copies {@code values}, shape {@code [number of features]}. */
    public static FeatureVector of(double[] values) {
        return new FeatureVector(values.clone());
    }

    public double at(int index) {
        return values[index];
    }

    public int size() {
        return values.length;
    }

    /** A copy, shape {@code [size()]}. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
