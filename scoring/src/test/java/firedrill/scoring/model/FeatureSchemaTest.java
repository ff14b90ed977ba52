package firedrill.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.Scale;
import firedrill.scoring.model.FeatureSchema.FeatureColumn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

class FeatureSchemaTest {

    @Test
    void theCatalogueComesFirstAndWhatIsAddedBehindIt() {
        FeatureSchema columns = FeatureSchema.CATALOGUE.append(List.of(column("b"), column("a")));
        assertThat(columns.size()).isEqualTo(Feature.COUNT + 2);
        for (Feature feature : Feature.values()) {
            assertThat(columns.indexOf(feature.label())).isEqualTo(feature.ordinal());
        }
        assertThat(columns.indexOf("b")).isEqualTo(Feature.COUNT);
        assertThat(columns.indexOf("a")).isEqualTo(Feature.COUNT + 1);
        assertThat(columns.indexOf("c")).isEqualTo(-1);
    }

    @Test
    void anExampleNamesEachNumberByItsColumn() {
        FeatureSchema columns = FeatureSchema.CATALOGUE.append(List.of(column("b"), column("a")));
        double[] row = new double[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = i;
        }
        ArrayExample<Label> example = columns.example(row, true);
        assertThat(example.getOutput()).isEqualTo(FraudLabel.FRAUD);
        List<String> names = new ArrayList<>();
        example.forEach(number -> {
            names.add(number.getName());
            assertThat(number.getValue()).isEqualTo(columns.indexOf(number.getName()));
        });
        assertThat(names).hasSize(columns.size()).isSorted();
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> FeatureSchema.CATALOGUE.append(List.of(column("amount_usd"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two columns are named amount_usd");
    }

    private static FeatureColumn column(String name) {
        return new FeatureColumn(name, Scale.LINEAR);
    }
}
