package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.Standardiser;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * A logistic regression by stochastic gradient descent, on inputs standardised by withdrawals, where the dollars are.
 *
 * <p>Rare as they are, frauds get no greater weight: the logistic loss needs none to be calibrated, and within a minibatch
 * Tribuo would not heed it.
 */
final class LogisticRegressionTrainer {

    private static final int MINIBATCH = 32;
    private static final int NEVER_LOG = -1;

    /** Held, because the logging system forgets the level of a logger nobody holds. */
    private static final Logger TRIBUO = Logger.getLogger(AbstractSGDTrainer.class.getName());

    static FittedModel fit(
            List<LabelledRow> rows, FeatureSchema columns, TrainingSource source, TrainingSettings settings) {
        Standardiser standardiser = Standardiser.fit(
                columns,
                TemporalSplit.withdrawals(rows).stream()
                        .map(row -> row.features().toArray())
                        .toList());
        TRIBUO.setLevel(Level.WARNING);
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(),
                new AdaGrad(settings.learningRate()),
                settings.epochs(),
                NEVER_LOG,
                MINIBATCH,
                settings.seed());
        return new FittedModel(
                trainer.train(TribuoDatasets.of(rows, columns, source, standardiser::transform)),
                columns,
                rows.size(),
                Optional.of(standardiser));
    }

    private LogisticRegressionTrainer() {}
}
