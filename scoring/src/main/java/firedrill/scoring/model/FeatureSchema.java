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
 * What a model reads of a row, in the order of the row's numbers: the features of the catalogue, and where a table tells
 * more than the exchange, what follows of that. Immutable.
 */
public final class FeatureSchema {

    /** The features of the catalogue alone: what every model reads that decides. */
    public static final FeatureSchema CATALOGUE = new FeatureSchema(Stream.of(Feature.values())
            .map(feature -> new FeatureColumn(feature.label(), feature.scale()))
            .toList());

    private final List<FeatureColumn> columns;
    private final Map<String, Integer> indexByName = new HashMap<>();
    /** Places by name, for Tribuo sorts the features of each example, and is quickest where nothing is left to sort. */
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
                .sorted(Comparator.comparing(place -> columns.get(place).name()))
                .mapToInt(Integer::intValue)
                .toArray();
        sortedNames = IntStream.of(nameOrder)
                .mapToObj(place -> columns.get(place).name())
                .toArray(String[]::new);
    }

    /**
     * One number of a row.
     *
     * @param name unlike any other
     * @param scale how a linear model reads it
     */
    public record FeatureColumn(String name, Scale scale) {}

    /** These and behind them {@code more}. */
    public FeatureSchema append(List<FeatureColumn> more) {
        List<FeatureColumn> all = new ArrayList<>(columns);
        all.addAll(more);
        return new FeatureSchema(all);
    }

    public int size() {
        return columns.size();
    }

    String name(int place) {
        return columns.get(place).name();
    }

    /** Where the column of that name is; -1 if there is none. */
    public int indexOf(String name) {
        return indexByName.getOrDefault(name, -1);
    }

    /** Where the columns are that a linear model reads on a logarithmic scale. */
    int[] logScaleIndexes() {
        return IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).scale() == Scale.LOG)
                .toArray();
    }

    /** What a linear model reads of the column at {@code place} of {@code row}. */
    double scaledValue(int place, double[] row) {
        return columns.get(place).scale().of(row[place]);
    }

    /** An example of all columns, zeros too, so that Tribuo takes its dense path; {@code inputs} are in our order. */
    public ArrayExample<Label> example(double[] inputs, boolean fraud) {
        double[] values = new double[nameOrder.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = inputs[nameOrder[i]];
        }
        return new ArrayExample<>(fraud ? FraudLabel.FRAUD : FraudLabel.HONEST, sortedNames, values);
    }
}
