package firedrill.scoring.model;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.training.MadeUpRows;
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

/** Small models, trained by Tribuo for real, on rows that are drawn within each feature's range. */
final class Models {

    /** Held, because the logging system forgets the level of a logger nobody holds. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static final Calibration CALIBRATION = new Calibration(0.8, -1.5);

    private static final ModelCard CARD = new ModelCard(
            "test",
            "none but tests",
            new ModelCard.TrainedOn(7, 1.5, 2_000, 300, 72, 500, 500),
            new ModelCard.Metrics(0.5, 0.9, 0.3, 0.4, 0.01, 0.15),
            List.of("it has seen nothing real"),
            "Tribuo");

    static final Standardiser STANDARDISER = Standardiser.fitted(rows(1, 2_000));

    static List<double[]> rows(long seed, int count) {
        return MadeUpRows.of(seed).limit(count).toList();
    }

    static ModelParts parts() {
        return parts(logistic(), Optional.of(STANDARDISER));
    }

    static ModelParts boostedParts() {
        return parts(xgboost(1), Optional.empty());
    }

    private static ModelParts parts(Model<Label> model, Optional<Standardiser> standardiser) {
        List<double[]> rows = rows(1, 2_000);
        Scorer scorer = Scorer.of((LogOddsModel) compiled(model), standardiser, CALIBRATION, "");
        return new ModelParts(
                model,
                standardiser,
                CALIBRATION,
                ReferenceDistribution.of(
                        rows.stream().mapToDouble(scorer::probability).toArray(), 10),
                rows.stream().limit(24).map(FeatureVector::of).toList(),
                CARD);
    }

    static Model<Label> logistic() {
        return trained(
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), 3, -1, 16, 1),
                rows(1, 2_000).stream().map(STANDARDISER::inputs).toList());
    }

    static Model<Label> cart() {
        return trained(new CARTClassificationTrainer(8), rows(1, 2_000));
    }

    static Model<Label> forest(EnsembleCombiner<Label> combiner) {
        return trained(
                new RandomForestTrainer<>(new CARTClassificationTrainer(8, 0.15f, 1), combiner, 21), rows(1, 2_000));
    }

    /**
     * XGBoost's trees.
     *
     * @param subsample less than 1, and the two trees of a round are no twins
     */
    static Model<Label> xgboost(double subsample) {
        return trained(
                new XGBoostClassificationTrainer(30, 0.2, 0, 5, 1, subsample, 1, 1, 0, 1, true, 1), rows(1, 2_000));
    }

    static Model<Label> trained(Trainer<Label> trainer, List<double[]> inputs) {
        TRIBUO.setLevel(Level.WARNING);
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("random rows", labels), labels);
        for (double[] row : inputs) {
            dataset.add(FraudLabel.example(row, isFraud(row)));
        }
        return trainer.train(dataset);
    }

    /** By a rule that holds for features and for standardised ones, and needs more than one feature. */
    private static boolean isFraud(double[] row) {
        return row[Feature.VOLATILITY_Z.ordinal()] + row[Feature.RETURN_Z.ordinal()] > 1.2
                && row[Feature.WITHDRAWALS_1H.ordinal()] > row[Feature.LOGINS_1H.ordinal()];
    }

    static CompiledModel compiled(Model<Label> model) {
        try {
            return ModelCompiler.compile(model);
        } catch (UncompilableException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Models() {}
}
