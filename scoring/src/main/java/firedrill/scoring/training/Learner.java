package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.CompiledLinear;
import firedrill.scoring.model.Scorer;
import firedrill.scoring.model.Standardiser;
import java.util.List;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/** How a model learns from examples. */
public enum Learner {
    /** A logistic regression over all features, each on its catalogue scale and standardised. */
    LOGISTIC {
        @Override
        Scorer fit(List<LabelledRow> rows, Calibration calibration, TrainingSource source, TrainingSettings settings) {
            Standardiser standardiser = Standardiser.fitted(
                    rows.stream().map(row -> row.features().toArray()).toList());
            LinearSGDModel model = LinearFit.fit(rows, standardiser, source, settings);
            return CompiledLinear.of(model, standardiser, calibration, "");
        }
    };

    /** The same rows and settings give the same scores. */
    abstract Scorer fit(
            List<LabelledRow> rows, Calibration calibration, TrainingSource source, TrainingSettings settings);
}
