package firedrill.scoring.model.artifact;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.model.ModelCard;
import firedrill.scoring.model.compile.Scorer;

/**
 * A model that passed every check.
 *
 * @param reference distribution of its probabilities of withdrawals at training time
 */
public record LoadedModel(Scorer scorer, ReferenceDistribution reference, ModelCard card) {}
