package firedrill.scoring.model.artifact;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.ModelCard;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * A trained model with shifted probabilities: a new version, with its own hash and golden scores.
 *
 * <p>It ranks like the original, so it is the smallest possible challenger; benchmarks and tests swap to it without
 * training.
 */
public final class Recalibration {

    /**
     * {@code packed} with its log-odds shifted.
     *
     * @param shift added to the calibrated log-odds; above 0 every probability of fraud rises
     * @param name name of the new version
     * @throws ModelRefusedException if {@code packed} does not open
     */
    public static ModelArtifact shiftLogOdds(ModelArtifact packed, double shift, String name)
            throws ModelRefusedException {
        LoadedModel loaded = packed.open();
        Sidecar known = Sidecar.read(packed.sidecarBytes());
        Model<Label> model =
                Model.deserialize(ClassAllowlist.read(packed.modelBytes())).castModel(Label.class);
        ModelCard card = loaded.card();
        return ModelArtifact.pack(new ArtifactContents(
                model,
                known.inputs().standardiser(),
                new Calibration(known.calibration().slope(), known.calibration().intercept() + shift),
                ReferenceDistribution.of(
                        shiftLogOdds(known.reference().innerEdges(), shift),
                        known.reference().counts()),
                known.golden().stream()
                        .map(one -> FeatureVector.of(one.features()))
                        .toList(),
                new ModelCard(
                        name, card.purpose(), card.trainedOn(), card.metrics(), card.limits(), card.provenance())));
    }

    /** Shifts the bin edges like the probabilities: each score stays in its bin. */
    private static double[] shiftLogOdds(double[] edges, double shift) {
        double[] moved = new double[edges.length];
        for (int i = 0; i < edges.length; i++) {
            moved[i] = Calibration.logistic(StrictMath.log(edges[i] / (1 - edges[i])) + shift);
        }
        return moved;
    }

    private Recalibration() {}
}
