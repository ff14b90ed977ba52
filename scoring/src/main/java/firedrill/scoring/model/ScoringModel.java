package firedrill.scoring.model;

/** The model that decides, as far as a decision needs to know it. */
public interface ScoringModel {

    /** What it was read from, as a SHA-256 prefix of 12 hex digits. */
    String hash();

    /**
     * The calibrated probability of fraud, in [0, 1]; allocates nothing.
     *
     * @param features shape {@code [Feature.COUNT]}, in catalogue order, each finite
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
