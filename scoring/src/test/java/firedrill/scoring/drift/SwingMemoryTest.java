package firedrill.scoring.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwingMemoryTest {

    private static final long MINUTE = 60_000;

    private final SwingMemory swings = new SwingMemory(DriftSettings.DEFAULT);

    @Test
    void aMarketWithinThreeStandardDeviationsIsCalm() {
        assertThat(swings.isCalm(3, 3, 0)).isTrue();
        assertThat(swings.isCalm(-3, -4, MINUTE)).isTrue();
    }

    @Test
    void aFallARiseAndVolatilityAreSwings() {
        assertThat(new SwingMemory(DriftSettings.DEFAULT).isCalm(-3.1, 0, 0)).isFalse();
        assertThat(new SwingMemory(DriftSettings.DEFAULT).isCalm(3.1, 0, 0)).isFalse();
        assertThat(new SwingMemory(DriftSettings.DEFAULT).isCalm(0, 3.1, 0)).isFalse();
    }

    @Test
    void sixHoursAfterASwingTheMarketIsCalmAgain() {
        swings.isCalm(-5, 6, 0);
        swings.isCalm(-5, 6, 10 * MINUTE);
        assertThat(swings.isCalm(0, 0, 370 * MINUTE)).isFalse();
        assertThat(swings.isCalm(0, 0, 370 * MINUTE + 1)).isTrue();
    }

    @Test
    void aScoreOfTheFarFutureHidesNoMoreThanThatScore() {
        swings.isCalm(-5, 6, 4_102_444_799_999L);
        assertThat(swings.isCalm(0, 0, MINUTE)).isTrue();
    }

    @Test
    void aRestoredMemoryKnowsTheSwing() {
        swings.isCalm(-5, 6, MINUTE);
        var restored = new SwingMemory(DriftSettings.DEFAULT);
        restored.restore(swings.save());
        assertThat(restored.isCalm(0, 0, 2 * MINUTE)).isFalse();
        assertThat(restored.isCalm(0, 0, 362 * MINUTE)).isTrue();
    }
}
