package firedrill.scoring.training;

import firedrill.scoring.model.Standardiser;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * What a learner ends with.
 *
 * @param examples the model was fitted to
 * @param standardiser what the model was fitted to is what it makes of features; none if that were the features themselves
 */
record Fitted(Model<Label> model, int examples, Optional<Standardiser> standardiser) {}
