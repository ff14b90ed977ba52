package firedrill.scoring.training;

import firedrill.scoring.model.FeatureSchema;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Conversion of rows to Tribuo datasets. */
final class TribuoDatasets {

    /** A dataset of all {@code rows}, with features mapped by {@code inputs}. */
    static MutableDataset<Label> of(
            List<LabelledRow> rows, FeatureSchema schema, TrainingSource source, UnaryOperator<double[]> inputs) {
        MutableDataset<Label> dataset = empty(source);
        for (LabelledRow row : rows) {
            dataset.add(schema.example(inputs.apply(row.features().toArray()), row.fraud()));
        }
        return dataset;
    }

    /** An empty dataset of {@code source}. */
    static MutableDataset<Label> empty(TrainingSource source) {
        LabelFactory labels = new LabelFactory();
        return new MutableDataset<>(
                new SimpleDataSourceProvenance("simulated exchange, seed " + source.simulationSeed(), labels), labels);
    }

    private TribuoDatasets() {}
}
