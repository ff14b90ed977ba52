package firedrill.scoring.training;

import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.UncompilableException;
import firedrill.scoring.model.compile.ModelCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.BaggingTrainer;

/** Trains one model of each kind that can be compiled, on {@link SyntheticRows}. */
public final class BenchmarkModels {

    private static final int ROWS = 2_000;
    private static final int DEPTH = 8;
    private static final float FEATURES_PER_SPLIT = 0.15f;
    private static final long SEED = 1;
    private static final TrainingSource SOURCE = new TrainingSource("synthetic rows", SEED);

    /** A strong reference: the logging system drops the level of an unreferenced logger. */
    private static final Logger BAGGING = Logger.getLogger(BaggingTrainer.class.getName());

    private final List<LabelledRow> rows;
    private final MutableDataset<Label> examples;
    private final int trees;
    private final ProgressListener progress;

    private BenchmarkModels(int trees, ProgressListener progress) {
        SplittableRandom random = new SplittableRandom(SEED);
        this.rows = SyntheticRows.generate(SEED)
                .limit(ROWS)
                .map(row -> new LabelledRow(false, FeatureVector.of(row), SyntheticRows.isFraud(row, random)))
                .toList();
        this.examples = TribuoDatasets.of(rows, FeatureSchema.CATALOGUE, SOURCE, UnaryOperator.identity());
        this.trees = trees;
        this.progress = progress;
    }

    /**
     * Trains the models and reports each to {@code progress}.
     *
     * @param trees number of trees of the forest, each of depth 8
     * @throws UntrainableException if XGBoost has no library for this machine
     */
    public static List<BenchmarkModel> train(int trees, ProgressListener progress) throws UntrainableException {
        return new BenchmarkModels(trees, progress).train();
    }

    private List<BenchmarkModel> train() throws UntrainableException {
        List<BenchmarkModel> pairs = new ArrayList<>();
        progress.stepStarted("1/4 train a logistic regression");
        pairs.add(pair("logistic", Learner.LOGISTIC.fit(rows, SOURCE, SEED)));
        progress.stepStarted("2/4 train a decision tree of depth " + DEPTH);
        pairs.add(pair("cart", fitUnscaled(new CARTClassificationTrainer(DEPTH))));
        progress.stepStarted("3/4 train a random forest of " + trees + " trees of depth " + DEPTH);
        pairs.add(pair("random-forest", fitUnscaled(forest())));
        progress.stepStarted("4/4 train XGBoost's trees");
        pairs.add(pair("xgboost", Learner.XGBOOST.fit(rows, SOURCE, SEED)));
        return pairs;
    }

    private FittedModel fitUnscaled(Trainer<Label> trainer) {
        return new FittedModel(trainer.train(examples), FeatureSchema.CATALOGUE, examples.size(), Optional.empty());
    }

    private RandomForestTrainer<Label> forest() {
        BAGGING.setLevel(Level.WARNING);
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(DEPTH, FEATURES_PER_SPLIT, SEED), new VotingCombiner(), trees, SEED);
    }

    private static BenchmarkModel pair(String name, FittedModel fitted) {
        try {
            return new BenchmarkModel(
                    name, fitted.model(), ModelCompiler.compile(fitted.model()), fitted.standardiser());
        } catch (UncompilableException e) {
            throw new IllegalStateException("the " + name + " " + e.getMessage(), e);
        }
    }
}
