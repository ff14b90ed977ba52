package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.training.LearnerSettings.XgboostSettings;
import java.util.List;
import java.util.Optional;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;
import org.tribuo.impl.ArrayExample;

/**
 * Trains boosted trees by XGBoost on unscaled features: splits by a threshold do not depend on the scale.
 *
 * <p>Tribuo uses the multi-class objective, which grows one tree per class and round. Without subsampling the two trees
 * of a round have the same splits and are merged by the compiler; with one thread the same rows give the same trees.
 */
final class XgboostTrainer {

    private static final double NO_SUBSAMPLING = 1;
    private static final int THREADS = 1;

    static FittedModel fit(
            List<LabelledRow> rows, FeatureSchema schema, TrainingSource source, XgboostSettings settings, long seed)
            throws UntrainableException {
        MutableDataset<Label> examples = undersample(rows, schema, source, settings.maxHonestRows());
        try {
            XGBoostClassificationTrainer trainer = new XGBoostClassificationTrainer(
                    BoosterType.GBTREE,
                    TreeMethod.HIST,
                    settings.rounds(),
                    settings.learningRate(),
                    settings.minSplitLoss(),
                    settings.depth(),
                    settings.minChildWeight(),
                    NO_SUBSAMPLING,
                    NO_SUBSAMPLING,
                    settings.l2Regularisation(),
                    settings.l1Regularisation(),
                    THREADS,
                    LoggingVerbosity.SILENT,
                    seed);
            return new FittedModel(trainer.train(examples), schema, examples.size(), Optional.empty());
        } catch (LinkageError e) {
            throw new UntrainableException("XGBoost has no library for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + "; train a logistic regression, --model logistic");
        }
    }

    /**
     * Every fraud, and a sample of the honest rows weighted by the sampling interval. {@link TrainingSample} samples
     * too, by another rule; see there.
     */
    private static MutableDataset<Label> undersample(
            List<LabelledRow> rows, FeatureSchema schema, TrainingSource source, int maxHonestRows) {
        long honest = rows.size() - TemporalSplit.fraudCount(rows);
        int interval = (int) Math.max(1, (honest + maxHonestRows - 1) / maxHonestRows);
        MutableDataset<Label> examples = TribuoDatasets.empty(source);
        int honestSeen = 0;
        for (LabelledRow row : rows) {
            if (row.fraud() || honestSeen++ % interval == 0) {
                ArrayExample<Label> example = schema.example(row.features().toArray(), row.fraud());
                example.setWeight(row.fraud() ? 1 : interval);
                examples.add(example);
            }
        }
        return examples;
    }

    private XgboostTrainer() {}
}
