package firedrill.scoring.model;

import firedrill.scoring.drift.ReferenceDistribution;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A small model, trained by Tribuo for real, on rows that are drawn within each feature's range. */
final class Models {

    static final Calibration CALIBRATION = new Calibration(0.8, -1.5);

    private static final ModelCard CARD = new ModelCard(
            "test",
            "none but tests",
            new ModelCard.TrainedOn(7, 1.5, 2_000, 300, 72, 500, 500),
            new ModelCard.Metrics(0.5, 0.9, 0.3, 0.4, 0.01, 0.15),
            List.of("it has seen nothing real"),
            "Tribuo");

    static List<double[]> rows(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> row(random)).limit(count).toList();
    }

    private static double[] row(SplittableRandom random) {
        double[] row = new double[Feature.COUNT];
        for (Feature feature : Feature.values()) {
            row[feature.ordinal()] = feature.scale() == Feature.Scale.LOG
                    ? StrictMath.expm1(random.nextDouble() * 14)
                    : random.nextDouble() * 4 - 2;
        }
        return row;
    }

    static ModelParts parts() {
        List<double[]> rows = rows(1, 2_000);
        Standardiser standardiser = Standardiser.fitted(rows);
        LinearSGDModel model = trained(rows, standardiser);
        Scorer scorer = CompiledLinear.of(model, standardiser, CALIBRATION, "");
        return new ModelParts(
                model,
                standardiser,
                CALIBRATION,
                ReferenceDistribution.of(
                        rows.stream().mapToDouble(scorer::probability).toArray(), 10),
                rows.stream().limit(24).map(FeatureVector::of).toList(),
                CARD);
    }

    private static LinearSGDModel trained(List<double[]> rows, Standardiser standardiser) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("random rows", labels), labels);
        for (double[] row : rows) {
            double[] inputs = standardiser.inputs(row);
            dataset.add(FraudLabel.example(inputs, inputs[2] + inputs[8] - inputs[11] > 1.5));
        }
        return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), 3, -1, 16, 1).train(dataset);
    }

    private Models() {}
}
