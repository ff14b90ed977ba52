package firedrill.scoring.training;

import firedrill.scoring.feature.FeatureVector;

/**
 * One example, labelled as of the time at which it is used.
 *
 * @param order an order; a withdrawal if not
 */
public record LabelledRow(boolean order, FeatureVector features, boolean fraud) {}
