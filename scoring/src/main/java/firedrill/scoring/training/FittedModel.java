package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.Standardiser;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.compile.LogOddsModel;
import firedrill.scoring.model.compile.ModelCompiler;
import firedrill.scoring.model.compile.Scorer;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * What a learner ends with.
 *
 * @param schema of the rows that the model was fitted to
 * @param exampleCount the model was fitted to
 * @param standardiser what the model was fitted to is what it makes of features; none if that were the features themselves
 */
record FittedModel(Model<Label> model, FeatureSchema schema, int exampleCount, Optional<Standardiser> standardiser) {

    /** A scorer of it, known to nobody by its hash. */
    Scorer scorer(Calibration calibration) {
        try {
            return Scorer.of((LogOddsModel) ModelCompiler.compile(model, schema), standardiser, calibration, "");
        } catch (UncompilableException broken) {
            throw new IllegalStateException("a model just fitted " + broken.getMessage(), broken);
        }
    }
}
