package firedrill.scoring.training;

import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.Standardiser;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The part that Tribuo does: a logistic regression by stochastic gradient descent.
 *
 * <p>Rare as they are, frauds get no greater weight: the logistic loss needs none to be calibrated, and within a minibatch
 * Tribuo would not heed it.
 */
final class LinearFit {

    private static final int MINIBATCH = 32;
    private static final int NEVER_LOG = -1;

    /** Held, because the logging system forgets the level of a logger nobody holds. */
    private static final Logger TRIBUO = Logger.getLogger(AbstractSGDTrainer.class.getName());

    /** Fits a model to {@code rows}; the same rows and settings give the same weights. */
    static LinearSGDModel fit(
            List<LabelledRow> rows, Standardiser standardiser, TrainingSource source, TrainingSettings settings) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset = new MutableDataset<>(
                new SimpleDataSourceProvenance("simulated exchange, seed " + source.simulationSeed(), labels), labels);
        for (LabelledRow row : rows) {
            dataset.add(FraudLabel.example(standardiser.inputs(row.features().toArray()), row.fraud()));
        }
        TRIBUO.setLevel(Level.WARNING);
        return new LinearSGDTrainer(
                        new LogMulticlass(),
                        new AdaGrad(settings.learningRate()),
                        settings.epochs(),
                        NEVER_LOG,
                        MINIBATCH,
                        settings.seed())
                .train(dataset);
    }

    private LinearFit() {}
}
