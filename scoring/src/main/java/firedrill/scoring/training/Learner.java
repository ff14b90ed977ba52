package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
import java.util.List;

/** How a model learns from examples. */
public enum Learner {
    /** A logistic regression: one weight per feature, so that its reasons can be checked by hand. */
    LOGISTIC {
        @Override
        FittedModel fit(
                List<LabelledRow> rows, FeatureSchema columns, TrainingSource source, TrainingSettings settings) {
            return LogisticRegressionTrainer.fit(rows, columns, source, settings);
        }

        @Override
        String limitation() {
            return "Linear in its inputs: it adds suspicion up and sees no combination that a sum does not show.";
        }
    },
    /** XGBoost: trees that each correct the sum of those before, so that combinations count. */
    XGBOOST {
        @Override
        FittedModel fit(List<LabelledRow> rows, FeatureSchema columns, TrainingSource source, TrainingSettings settings)
                throws UntrainableException {
            return XgboostTrainer.fit(rows, columns, source, settings);
        }

        @Override
        String limitation() {
            return "Trees in steps: it says nothing new beyond the largest and smallest values that it learned from.";
        }
    };

    /**
     * Fits a model to rows of {@code columns}; the same rows and settings give the same model on the same kind of machine.
     *
     * @throws UntrainableException if this machine cannot
     */
    abstract FittedModel fit(
            List<LabelledRow> rows, FeatureSchema columns, TrainingSource source, TrainingSettings settings)
            throws UntrainableException;

    /** As it does for rows of the catalogue's features. */
    FittedModel fit(List<LabelledRow> rows, TrainingSource source, TrainingSettings settings)
            throws UntrainableException {
        return fit(rows, FeatureSchema.CATALOGUE, source, settings);
    }

    /** What such a model cannot do, in a sentence for its card. */
    abstract String limitation();
}
