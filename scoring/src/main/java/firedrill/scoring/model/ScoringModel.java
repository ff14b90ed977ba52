package firedrill.scoring.model;

/** A model that scores one event: a champion or a challenger. */
public interface ScoringModel {

    /** Version: the first 12 hex digits of the sidecar's SHA-256. */
    String hash();

    /**
     * The calibrated probability of fraud, in [0, 1]; allocates nothing.
     *
     * @param features shape {@code [Feature.COUNT]}, in catalogue order, each finite
     */
    double probability(double[] features);

    /**
     * Contribution of each feature to the log-odds, relative to the mean of the training set.
     *
     * @param features as for {@link #probability}
     * @param contributions filled in; the same shape
     */
    void explain(double[] features, double[] contributions);
}
