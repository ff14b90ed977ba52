package firedrill.scoring.feature.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TiledWindowTest {

    private static final TiledWindow TEN_OF_TEN = new TiledWindow(10, 10);
    private static final long[] EMPTY = {};

    @Test
    void aRingThatWasNeverAddedToSumsToNothingAndStaysEmpty() {
        assertThat(TEN_OF_TEN.sum(EMPTY, 1_000)).isZero();
    }

    @Test
    void anAdditionCountsUntilItsTileDropsOutAndNeverAtItsFullAge() {
        long[] ring = TEN_OF_TEN.add(EMPTY, 1_005, 7);
        assertThat(TEN_OF_TEN.sum(ring, 1_005)).isEqualTo(7);
        assertThat(TEN_OF_TEN.sum(ring, 1_099)).isEqualTo(7);
        assertThat(TEN_OF_TEN.sum(ring, 1_100)).isZero();
    }

    @Test
    void whatIsExactlyAWindowOldHasDroppedOut() {
        long[] ring = TEN_OF_TEN.add(EMPTY, 1_000, 7);
        assertThat(TEN_OF_TEN.sum(ring, 1_100)).isZero();
    }

    @Test
    void aLateAdditionGoesIntoItsOwnTile() {
        long[] ring = TEN_OF_TEN.add(EMPTY, 1_095, 1);
        TEN_OF_TEN.add(ring, 1_005, 2);
        assertThat(TEN_OF_TEN.sum(ring, 1_095)).isEqualTo(3);
        assertThat(TEN_OF_TEN.sum(ring, 1_100)).isEqualTo(1);
    }

    @Test
    void anAdditionOlderThanTheWindowIsDropped() {
        long[] ring = TEN_OF_TEN.add(EMPTY, 1_095, 1);
        TEN_OF_TEN.add(ring, 985, 2);
        assertThat(TEN_OF_TEN.sum(ring, 1_095)).isEqualTo(1);
    }

    @Test
    void timeMayJumpFromOneEndToTheOther() {
        long[] ring = TEN_OF_TEN.add(EMPTY, Long.MIN_VALUE, 1);
        TEN_OF_TEN.add(ring, Long.MAX_VALUE, 2);
        TEN_OF_TEN.add(ring, Long.MIN_VALUE, 3);
        assertThat(TEN_OF_TEN.sum(ring, 0)).isEqualTo(2);
    }
}
