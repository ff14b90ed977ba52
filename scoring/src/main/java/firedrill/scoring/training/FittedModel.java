package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.Standardiser;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.compile.ModelCompiler;
import firedrill.scoring.model.compile.Scorer;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * A fitted model before calibration.
 *
 * @param schema schema of the rows that the model was fitted to
 * @param exampleCount number of examples that the model was fitted to
 * @param standardiser scales features to the model's inputs; empty if the model reads features directly
 */
record FittedModel(Model<Label> model, FeatureSchema schema, int exampleCount, Optional<Standardiser> standardiser) {

    /** A scorer without a hash. */
    Scorer scorer(Calibration calibration) {
        try {
            return Scorer.of(ModelCompiler.compileLogOdds(model, schema), standardiser, calibration, "");
        } catch (UncompilableException e) {
            throw new IllegalStateException("the fitted model " + e.getMessage(), e);
        }
    }
}
