package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows as Tribuo wants them. */
final class TribuoDatasets {

    /** All of {@code rows}, their features as {@code inputs} makes them. */
    static MutableDataset<Label> of(
            List<LabelledRow> rows, FeatureSchema columns, TrainingSource source, UnaryOperator<double[]> inputs) {
        MutableDataset<Label> dataset = empty(source);
        for (LabelledRow row : rows) {
            dataset.add(columns.example(inputs.apply(row.features().toArray()), row.fraud()));
        }
        return dataset;
    }

    /** Of {@code source}, none yet. */
    static MutableDataset<Label> empty(TrainingSource source) {
        LabelFactory labels = new LabelFactory();
        return new MutableDataset<>(
                new SimpleDataSourceProvenance("simulated exchange, seed " + source.simulationSeed(), labels), labels);
    }

    private TribuoDatasets() {}
}
