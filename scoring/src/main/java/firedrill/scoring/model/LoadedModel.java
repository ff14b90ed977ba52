package firedrill.scoring.model;

import firedrill.scoring.drift.ReferenceDistribution;

/**
 * A model that passed every check and is ready to score.
 *
 * @param reference how its probabilities for withdrawals fell when it was made
 */
public record LoadedModel(Scorer scorer, ReferenceDistribution reference, ModelCard card) {}
