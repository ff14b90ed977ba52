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
 * Contents of a model artifact before serialisation.
 *
 * @param model a logistic regression or XGBoost's trees, with the classes of {@link FraudLabel}
 * @param standardiser scales features to the model's inputs; empty if the model reads features directly
 * @param calibration calibration of the model's log-odds
 * @param reference distribution of its calibrated probabilities of withdrawals
 * @param goldenInputs feature vectors whose scores are stored, at least {@value ModelArtifact#MIN_GOLDEN_INPUTS}
 */
public record ArtifactContents(
        Model<Label> model,
        Optional<Standardiser> standardiser,
        Calibration calibration,
        ReferenceDistribution reference,
        List<FeatureVector> goldenInputs,
        ModelCard card) {}
