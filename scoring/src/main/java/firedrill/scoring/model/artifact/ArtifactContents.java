package firedrill.scoring.model.artifact;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.ModelCard;
import firedrill.scoring.model.Standardiser;
import java.util.List;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * What training ends with, before it is packed.
 *
 * @param model a logistic regression or XGBoost's trees, classes as {@link FraudLabel} names them
 * @param standardiser what the model was trained on is what it makes of features; none if that were the features themselves
 * @param calibration of the model's log-odds
 * @param reference how its calibrated probabilities for withdrawals fell
 * @param goldenInputs inputs whose scores are stored, at least {@value ModelArtifact#MIN_GOLDEN_INPUTS}
 */
public record ArtifactContents(
        Model<Label> model,
        Optional<Standardiser> standardiser,
        Calibration calibration,
        ReferenceDistribution reference,
        List<FeatureVector> goldenInputs,
        ModelCard card) {}
