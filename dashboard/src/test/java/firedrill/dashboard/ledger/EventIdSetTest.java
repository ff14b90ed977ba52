package firedrill.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventIdSetTest {

    private static final long FIRST = 1L << 50;

    private final EventIdSet ids = new EventIdSet();

    @Test
    void anIdIsNewOnce() {
        LongStream.range(FIRST, FIRST + 10_000)
                .forEach(id -> assertThat(ids.add(id)).isTrue());
        LongStream.range(FIRST, FIRST + 10_000)
                .forEach(id -> assertThat(ids.add(id)).isFalse());
        assertThat(ids.add(FIRST - 5)).as("of another partition").isTrue();
    }

    @Test
    void anIdOfAnEarlierRunIsNotInRange() {
        LongStream.range(FIRST, FIRST + 10).forEach(ids::add);
        assertThat(ids.isInRange(FIRST - (1L << 32))).isFalse();
        assertThat(ids.add(1)).isFalse();
    }

    @Test
    void aForgedIdFarAheadIsNotInRangeAndTakesNoMemory() {
        LongStream.range(FIRST, FIRST + 10).forEach(ids::add);
        LongStream.range(0, 100_000)
                .forEach(i -> assertThat(ids.add(FIRST + ((i + 1) << 31))).isFalse());
        assertThat(ids.add(Long.MAX_VALUE)).isFalse();
        assertThat(ids.add(FIRST + 10)).isTrue();
    }

    @Test
    void aForgedFirstIdIsOutvoted() {
        ids.add(Long.MAX_VALUE);
        LongStream.range(0, 10_000).forEach(i -> assertThat(ids.add(1 + i)).isTrue());
    }
}
