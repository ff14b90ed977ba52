package firedrill.scoring.training;

import firedrill.scoring.feature.FeatureVector;

/**
 * One example, labelled as of the time of its use.
 *
 * @param order true for an order, false for a withdrawal
 */
public record LabelledRow(boolean order, FeatureVector features, boolean fraud) {}
