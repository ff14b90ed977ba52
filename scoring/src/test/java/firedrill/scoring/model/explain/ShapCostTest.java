package firedrill.scoring.model.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapCostTest {

    private final ShapCost cost = new ShapCost();

    @Test
    void theTablesOfAllLeavesTogetherAreBounded() {
        long tables = IntStream.range(0, 100_000).filter(i -> cost.addLeaf(6)).count();
        assertThat(tables).isBetween(10_000L, 11_000L);
        assertThat(cost.heapBytes()).isLessThan((32L << 20) + 100_000 * 300);
    }

    @Test
    void aLeafOfManyFeaturesHasNoTableAndTakesQuadraticTime() {
        assertThat(cost.addLeaf(7)).isFalse();
        long seven = cost.steps();
        cost.addLeaf(14);
        assertThat(cost.steps() - seven).isBetween(3 * seven, 4 * seven);
    }

    @Test
    void aLeafWithATableTakesLinearTime() {
        assertThat(cost.addLeaf(4)).isTrue();
        assertThat(cost.steps()).isEqualTo(9);
    }
}
