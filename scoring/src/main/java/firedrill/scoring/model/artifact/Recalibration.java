package firedrill.scoring.model.artifact;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.Calibration;
import firedrill.scoring.model.ModelCard;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * The same trained model with other probabilities: a version of its own, with a hash and golden scores of its own.
 *
 * <p>It ranks as before, so it is the smallest change that a challenger can be; a bench or a test swaps to it without
 * having to train.
 */
public final class Recalibration {

    /**
     * {@code packed} with its log-odds shifted.
     *
     * @param shift added to the calibrated log-odds; above 0 it finds everything likelier to be fraud
     * @param name of the new version
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

    /** Where the old probabilities were cut, the new ones are too: their order is the same. */
    private static double[] shiftLogOdds(double[] edges, double shift) {
        double[] moved = new double[edges.length];
        for (int i = 0; i < edges.length; i++) {
            moved[i] = Calibration.logistic(StrictMath.log(edges[i] / (1 - edges[i])) + shift);
        }
        return moved;
    }

    private Recalibration() {}
}
