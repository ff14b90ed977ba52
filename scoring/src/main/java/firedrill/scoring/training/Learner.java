package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.training.LearnerSettings.LogisticRegressionSettings;
import firedrill.scoring.training.LearnerSettings.XgboostSettings;
import java.util.List;

/** The kinds of learner, with their default settings. */
@SuppressWarnings("ImmutableEnumChecker") // the settings are records of numbers
public enum Learner {
    /** Logistic regression: one weight per feature, so that attributions can be checked by hand. */
    LOGISTIC(LogisticRegressionSettings.DEFAULT, "Linear in its inputs: no interactions."),

    /** XGBoost: boosted trees, which learn interactions. */
    XGBOOST(XgboostSettings.DEFAULT, "Piecewise constant: no extrapolation beyond the training range.");

    private final LearnerSettings settings;
    private final String limitation;

    Learner(LearnerSettings settings, String limitation) {
        this.settings = settings;
        this.limitation = limitation;
    }

    /**
     * Fits a model to rows of {@code schema}; the same rows and seed give the same model on the same kind of machine.
     *
     * @throws UntrainableException if this machine has no library for the learner
     */
    FittedModel fit(List<LabelledRow> rows, FeatureSchema schema, TrainingSource source, long seed)
            throws UntrainableException {
        return settings.match(
                logistic -> LogisticRegressionTrainer.fit(rows, schema, source, logistic, seed),
                xgboost -> XgboostTrainer.fit(rows, schema, source, xgboost, seed));
    }

    /** As above, for rows of the catalogue's features. */
    FittedModel fit(List<LabelledRow> rows, TrainingSource source, long seed) throws UntrainableException {
        return fit(rows, FeatureSchema.CATALOGUE, source, seed);
    }

    /** The limitation of such models, as a sentence for the model card. */
    String limitation() {
        return limitation;
    }
}
