package firedrill.scoring.model;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureVector;
import java.util.List;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/**
 * What training ends with, before it is packed.
 *
 * @param model trained on what {@code standardiser} makes of features, classes as {@link FraudLabel} names them
 * @param calibration of the model's log-odds
 * @param reference how its calibrated probabilities for withdrawals fell
 * @param golden inputs whose scores are stored, at least {@value PackedModel#FEWEST_GOLDEN}
 */
public record ModelParts(
        LinearSGDModel model,
        Standardiser standardiser,
        Calibration calibration,
        ReferenceDistribution reference,
        List<FeatureVector> golden,
        ModelCard card) {}
