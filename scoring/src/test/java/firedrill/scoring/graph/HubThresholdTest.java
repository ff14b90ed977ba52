package firedrill.scoring.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubThresholdTest {

    @Test
    void addressThresholdsFallFirstAndTheLastThresholdLinksNothing() {
        assertThat(most(LinkKind.ADDRESS)).containsExactly(12, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(most(LinkKind.DEVICE)).containsExactly(12, 12, 12, 12, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(most(LinkKind.SOURCE)).isEqualTo(most(LinkKind.DEVICE));
    }

    private static int[] most(LinkKind kind) {
        return IntStream.rangeClosed(0, HubThreshold.LAST_STEP)
                .map(step -> HubThreshold.maxSharers(kind, step))
                .toArray();
    }
}
