package firedrill.scoring.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrictnessTest {

    @Test
    void addressesAreJudgedMoreStrictlyFirstAndInTheEndNothingTies() {
        assertThat(most(Kind.ADDRESS)).containsExactly(12, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(most(Kind.DEVICE)).containsExactly(12, 12, 12, 12, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(most(Kind.SOURCE)).isEqualTo(most(Kind.DEVICE));
    }

    private static int[] most(Kind kind) {
        return IntStream.rangeClosed(0, Strictness.LAST)
                .map(step -> Strictness.most(kind, step))
                .toArray();
    }
}
