package firedrill.scoring.model;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/**
 * Names and scales of the columns of a model's input row: the catalogue's features, and for external tables the columns
 * derived from their labels. Immutable.
 */
public final class FeatureSchema {

    /** The catalogue's features alone; every champion and challenger reads this schema. */
    public static final FeatureSchema CATALOGUE = new FeatureSchema(Stream.of(Feature.values())
            .map(feature -> new FeatureColumn(feature.label(), feature.scale()))
            .toList());

    private final List<FeatureColumn> columns;
    private final Map<String, Integer> indexByName = new HashMap<>();
    /** Indexes sorted by column name. Tribuo sorts the features of each example; sorted input is its fastest path. */
    private final int[] nameOrder;

    private final String[] sortedNames;

    private FeatureSchema(List<FeatureColumn> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            if (indexByName.put(columns.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "two columns are named " + columns.get(i).name());
            }
        }
        nameOrder = IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(index -> columns.get(index).name()))
                .mapToInt(Integer::intValue)
                .toArray();
        sortedNames = IntStream.of(nameOrder)
                .mapToObj(index -> columns.get(index).name())
                .toArray(String[]::new);
    }

    /**
     * One column.
     *
     * @param name unique within a schema
     * @param scale scale on which a linear model reads it
     */
    public record FeatureColumn(String name, Scale scale) {}

    /** These columns followed by {@code more}. */
    public FeatureSchema append(List<FeatureColumn> more) {
        List<FeatureColumn> all = new ArrayList<>(columns);
        all.addAll(more);
        return new FeatureSchema(all);
    }

    public int size() {
        return columns.size();
    }

    String name(int index) {
        return columns.get(index).name();
    }

    /** Index of the column of that name; -1 if there is none. */
    public int indexOf(String name) {
        return indexByName.getOrDefault(name, -1);
    }

    /** Indexes of the columns that a linear model reads on a logarithmic scale. */
    int[] logScaleIndexes() {
        return IntStream.range(0, columns.size())
                .filter(index -> columns.get(index).scale() == Scale.LOG)
                .toArray();
    }

    /** The column at {@code index} of {@code row}, on its scale. */
    double scaledValue(int index, double[] row) {
        return columns.get(index).scale().of(row[index]);
    }

    /**
     * An example with all columns, zeros included, so that Tribuo takes its dense path; {@code inputs} are in schema
     * order.
     */
    public ArrayExample<Label> example(double[] inputs, boolean fraud) {
        double[] values = new double[nameOrder.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = inputs[nameOrder[i]];
        }
        return new ArrayExample<>(fraud ? FraudLabel.FRAUD : FraudLabel.HONEST, sortedNames, values);
    }
}
