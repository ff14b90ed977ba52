package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
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
 * Trees by XGBoost, on features as they are: what is asked of a feature is whether it is below a threshold, and no scale
 * changes that.
 *
 * <p>Tribuo has XGBoost tell apart any number of classes and so grow one tree for each in each round. Without drawing rows
 * or features by lot the two trees of a round are twins, which the compiled model walks once; and with one thread the same
 * rows give the same trees.
 */
final class XgboostTrainer {

    /** Of two trees each. More, or deeper ones, found no more fraud out of time and took longer to explain. */
    private static final int ROUNDS = 100;

    private static final double LEARNING_RATE = 0.1;
    private static final int DEPTH = 4;
    /** Sum of 2p(1 - p) over the examples of a leaf: eight undecided ones, or thousands of the surely honest. */
    private static final double MIN_CHILD_WEIGHT = 4;

    /** Honest examples beyond this teach little and cost memory: Tribuo makes an object of each number. */
    private static final int MAX_HONEST_ROWS = 200_000;

    private static final double MIN_SPLIT_LOSS = 0;
    /** On the leaves' values: what a few examples say is drawn towards nothing. */
    private static final double L2_REGULARISATION = 1;

    private static final double L1_REGULARISATION = 0;
    private static final double NO_SUBSAMPLING = 1;
    private static final int THREADS = 1;

    static FittedModel fit(
            List<LabelledRow> rows, FeatureSchema columns, TrainingSource source, TrainingSettings settings)
            throws UntrainableException {
        MutableDataset<Label> examples = sampled(rows, columns, source);
        try {
            XGBoostClassificationTrainer trainer = new XGBoostClassificationTrainer(
                    BoosterType.GBTREE,
                    TreeMethod.HIST,
                    ROUNDS,
                    LEARNING_RATE,
                    MIN_SPLIT_LOSS,
                    DEPTH,
                    MIN_CHILD_WEIGHT,
                    NO_SUBSAMPLING,
                    NO_SUBSAMPLING,
                    L2_REGULARISATION,
                    L1_REGULARISATION,
                    THREADS,
                    LoggingVerbosity.SILENT,
                    settings.seed());
            return new FittedModel(trainer.train(examples), columns, examples.size(), Optional.empty());
        } catch (LinkageError missing) {
            throw new UntrainableException("XGBoost has no library for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + "; train a logistic regression, --model logistic");
        }
    }

    /** Every fraud, and one in so many of the honest, which then stands for so many. */
    private static MutableDataset<Label> sampled(List<LabelledRow> rows, FeatureSchema columns, TrainingSource source) {
        long honest = rows.size() - TemporalSplit.fraudCount(rows);
        int oneIn = (int) Math.max(1, (honest + MAX_HONEST_ROWS - 1) / MAX_HONEST_ROWS);
        MutableDataset<Label> examples = TribuoDatasets.empty(source);
        int passed = 0;
        for (LabelledRow row : rows) {
            if (row.fraud() || passed++ % oneIn == 0) {
                ArrayExample<Label> example = columns.example(row.features().toArray(), row.fraud());
                example.setWeight(row.fraud() ? 1 : oneIn);
                examples.add(example);
            }
        }
        return examples;
    }

    private XgboostTrainer() {}
}
