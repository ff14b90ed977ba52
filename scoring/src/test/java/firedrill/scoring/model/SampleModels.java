package firedrill.scoring.model;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.model.artifact.ArtifactContents;
import firedrill.scoring.model.compile.CompiledModel;
import firedrill.scoring.model.compile.LogOddsModel;
import firedrill.scoring.model.compile.ModelCompiler;
import firedrill.scoring.model.compile.Scorer;
import firedrill.scoring.training.SyntheticRows;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.EnsembleCombiner;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Small models trained by Tribuo on synthetic rows. */
public final class SampleModels {

    /** A strong reference: the logging system drops the level of an unreferenced logger. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    public static final Calibration CALIBRATION = new Calibration(0.8, -1.5);

    private static final ModelCard CARD = new ModelCard(
            "test",
            "none but tests",
            new ModelCard.TrainingData(7, 1.5, 2_000, 300, 72, 500, 500),
            new ModelCard.HoldoutMetrics(0.5, 0.9, 0.3, 0.4, 0.01, 0.15),
            List.of("it has seen nothing real"),
            "Tribuo");

    public static final Standardiser STANDARDISER = Standardiser.fit(rows(1, 2_000));

    public static List<double[]> rows(long seed, int count) {
        return SyntheticRows.generate(seed).limit(count).toList();
    }

    public static ArtifactContents contents() {
        return contents(logistic(), Optional.of(STANDARDISER));
    }

    public static ArtifactContents xgboostContents() {
        return contents(xgboost(1), Optional.empty());
    }

    private static ArtifactContents contents(Model<Label> model, Optional<Standardiser> standardiser) {
        List<double[]> rows = rows(1, 2_000);
        Scorer scorer = Scorer.of(compileLogOdds(model), standardiser, CALIBRATION, "");
        return new ArtifactContents(
                model,
                standardiser,
                CALIBRATION,
                ReferenceDistribution.of(
                        rows.stream().mapToDouble(scorer::probability).toArray(), 10),
                rows.stream().limit(24).map(FeatureVector::of).toList(),
                CARD);
    }

    public static Model<Label> logistic() {
        return train(
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), 3, -1, 16, 1),
                rows(1, 2_000).stream().map(STANDARDISER::transform).toList());
    }

    public static Model<Label> cart() {
        return train(new CARTClassificationTrainer(8), rows(1, 2_000));
    }

    public static Model<Label> forest(EnsembleCombiner<Label> combiner) {
        return train(
                new RandomForestTrainer<>(new CARTClassificationTrainer(8, 0.15f, 1), combiner, 21), rows(1, 2_000));
    }

    /**
     * XGBoost's trees.
     *
     * @param subsample below 1 the two trees of a round differ
     */
    public static Model<Label> xgboost(double subsample) {
        return train(
                new XGBoostClassificationTrainer(30, 0.2, 0, 5, 1, subsample, 1, 1, 0, 1, true, 1), rows(1, 2_000));
    }

    public static Model<Label> train(Trainer<Label> trainer, List<double[]> inputs) {
        TRIBUO.setLevel(Level.WARNING);
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("random rows", labels), labels);
        for (double[] row : inputs) {
            dataset.add(FraudLabel.example(row, isFraud(row)));
        }
        return trainer.train(dataset);
    }

    /** A rule over several features that applies to raw and to standardised features. */
    private static boolean isFraud(double[] row) {
        return row[Feature.VOLATILITY_Z.ordinal()] + row[Feature.RETURN_Z.ordinal()] > 1.2
                && row[Feature.WITHDRAWALS_1H.ordinal()] > row[Feature.LOGINS_1H.ordinal()];
    }

    public static CompiledModel compile(Model<Label> model) {
        try {
            return ModelCompiler.compile(model);
        } catch (UncompilableException e) {
            throw new AssertionError(e);
        }
    }

    public static LogOddsModel compileLogOdds(Model<Label> model) {
        return compile(model).logOdds().orElseThrow();
    }

    private SampleModels() {}
}
