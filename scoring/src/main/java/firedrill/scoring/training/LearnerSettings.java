package firedrill.scoring.training;

/** Hyperparameters of one kind of learner. */
public sealed interface LearnerSettings {

    /** Calls the function for the kind of these settings. */
    <T, X extends Exception> T match(
            SettingsCase<LogisticRegressionSettings, T, X> onLogisticRegression,
            SettingsCase<XgboostSettings, T, X> onXgboost)
            throws X;

    /** One case of {@link #match}. */
    @FunctionalInterface
    interface SettingsCase<S extends LearnerSettings, T, X extends Exception> {
        T apply(S settings) throws X;
    }

    /**
     * Logistic regression by stochastic gradient descent with AdaGrad.
     *
     * @param epochs passes over the rows
     * @param learningRate initial learning rate of AdaGrad
     * @param minibatchSize rows per gradient step
     */
    record LogisticRegressionSettings(int epochs, double learningRate, int minibatchSize) implements LearnerSettings {

        public static final LogisticRegressionSettings DEFAULT = new LogisticRegressionSettings(20, 0.3, 32);

        public LogisticRegressionSettings {
            if (epochs < 1 || !(learningRate > 0) || minibatchSize < 1) {
                throw new IllegalArgumentException("epochs, learningRate and minibatchSize must be positive, were "
                        + epochs + ", " + learningRate + " and " + minibatchSize);
            }
        }

        @Override
        public <T, X extends Exception> T match(
                SettingsCase<LogisticRegressionSettings, T, X> onLogisticRegression,
                SettingsCase<XgboostSettings, T, X> onXgboost)
                throws X {
            return onLogisticRegression.apply(this);
        }
    }

    /**
     * Gradient-boosted trees by XGBoost.
     *
     * @param rounds boosting rounds of two trees each; more, or deeper trees, found no more fraud out of time and took
     *     longer to explain
     * @param learningRate shrinkage of each tree
     * @param depth largest depth of a tree
     * @param minChildWeight least sum of 2p(1 - p) over the examples of a leaf: eight examples at p = 0.5, or thousands
     *     of certainly honest ones
     * @param minSplitLoss least gain of a split
     * @param l2Regularisation shrinks the values of leaves with few examples towards 0
     * @param l1Regularisation sets small values of leaves to 0
     * @param maxHonestRows honest rows beyond this are sampled, because Tribuo allocates an object for each number
     */
    record XgboostSettings(
            int rounds,
            double learningRate,
            int depth,
            double minChildWeight,
            double minSplitLoss,
            double l2Regularisation,
            double l1Regularisation,
            int maxHonestRows)
            implements LearnerSettings {

        public static final XgboostSettings DEFAULT = new XgboostSettings(100, 0.1, 4, 4, 0, 1, 0, 200_000);

        public XgboostSettings {
            if (rounds < 1 || !(learningRate > 0) || depth < 1 || maxHonestRows < 1) {
                throw new IllegalArgumentException(
                        "rounds, learningRate, depth and maxHonestRows must be positive, were " + rounds + ", "
                                + learningRate + ", " + depth + " and " + maxHonestRows);
            }
        }

        @Override
        public <T, X extends Exception> T match(
                SettingsCase<LogisticRegressionSettings, T, X> onLogisticRegression,
                SettingsCase<XgboostSettings, T, X> onXgboost)
                throws X {
            return onXgboost.apply(this);
        }
    }
}
