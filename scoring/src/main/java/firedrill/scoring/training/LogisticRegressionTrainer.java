package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.Standardiser;
import firedrill.scoring.training.LearnerSettings.LogisticRegressionSettings;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Trains a logistic regression by stochastic gradient descent. Inputs are standardised by the means and deviations of
 * withdrawals, which carry the losses.
 *
 * <p>Frauds are not reweighted: the logistic loss is calibrated without it, and Tribuo ignores weights within a
 * minibatch.
 */
final class LogisticRegressionTrainer {

    private static final int NEVER_LOG = -1;

    /** A strong reference: the logging system drops the level of an unreferenced logger. */
    private static final Logger TRIBUO = Logger.getLogger(AbstractSGDTrainer.class.getName());

    static FittedModel fit(
            List<LabelledRow> rows,
            FeatureSchema schema,
            TrainingSource source,
            LogisticRegressionSettings settings,
            long seed) {
        Standardiser standardiser = Standardiser.fit(
                schema,
                TemporalSplit.withdrawals(rows).stream()
                        .map(row -> row.features().toArray())
                        .toList());
        TRIBUO.setLevel(Level.WARNING);
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(),
                new AdaGrad(settings.learningRate()),
                settings.epochs(),
                NEVER_LOG,
                settings.minibatchSize(),
                seed);
        return new FittedModel(
                trainer.train(TribuoDatasets.of(rows, schema, source, standardiser::transform)),
                schema,
                rows.size(),
                Optional.of(standardiser));
    }

    private LogisticRegressionTrainer() {}
}
