package firedrill.scoring.model.artifact;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.model.ModelCard;
import firedrill.scoring.model.compile.Scorer;

/**
 * A model that passed every check.
 *
 * @param reference distribution of its probabilities of withdrawals at training time
 * @param heldBytes memory of the model and of the artifact, which is kept to load it again
 */
public record LoadedModel(Scorer scorer, ReferenceDistribution reference, ModelCard card, long heldBytes) {}
