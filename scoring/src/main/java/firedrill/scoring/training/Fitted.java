package firedrill.scoring.training;

import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.Columns;
import firedrill.scoring.model.LogOddsModel;
import firedrill.scoring.model.ModelCompiler;
import firedrill.scoring.model.Scorer;
import firedrill.scoring.model.Standardiser;
import firedrill.scoring.model.UncompilableException;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * What a learner ends with.
 *
 * @param columns of the rows that the model was fitted to
 * @param examples the model was fitted to
 * @param standardiser what the model was fitted to is what it makes of features; none if that were the features themselves
 */
record Fitted(Model<Label> model, Columns columns, int examples, Optional<Standardiser> standardiser) {

    /** A scorer of it, known to nobody by its hash. */
    Scorer scorer(Calibration calibration) {
        try {
            return Scorer.of((LogOddsModel) ModelCompiler.compile(model, columns), standardiser, calibration, "");
        } catch (UncompilableException broken) {
            throw new IllegalStateException("a model just fitted " + broken.getMessage(), broken);
        }
    }
}
