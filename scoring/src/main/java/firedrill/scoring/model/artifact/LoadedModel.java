package firedrill.scoring.model.artifact;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.model.ModelCard;
import firedrill.scoring.model.compile.Scorer;

/**
 * A model that passed every check and is ready to score.
 *
 * @param reference how its probabilities for withdrawals fell when it was made
 */
public record LoadedModel(Scorer scorer, ReferenceDistribution reference, ModelCard card) {}
