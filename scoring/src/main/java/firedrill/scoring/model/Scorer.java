package firedrill.scoring.model;

/** A model that is ready to answer: from a feature vector to a probability, and why. */
public interface Scorer {

    /** What the model was read from, as a SHA-256 prefix of 12 hex digits. */
    String hash();

    /**
     * The calibrated probability of fraud, in [0, 1]; allocates nothing.
     *
     * @param features shape {@code [number of features]}, in catalogue order, each finite
     */
    double probability(double[] features);

    /**
     * What each feature added to the log-odds, against the mean of the training set.
     *
     * @param features as for {@link #probability}
     * @param contributions filled in; the same shape
     */
    void explain(double[] features, double[] contributions);
}
