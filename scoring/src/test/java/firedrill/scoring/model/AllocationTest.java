package firedrill.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Allocation} sees an allocation, so that its zero means something. */
class AllocationTest {

    @Test
    void allocationsAreMeasured() {
        List<double[]> kept = new ArrayList<>();
        assertThat(Allocation.minBytes(() -> kept.add(new double[100]))).isBetween(800L, 4_000L);
        assertThat(kept).isNotEmpty();
        assertThat(Allocation.minBytes(() -> {})).isZero();
    }
}
