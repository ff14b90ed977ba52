package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.state.Expiring;
import firedrill.scoring.feature.state.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StateStoreTest {

    @Property(tries = 50)
    void eachIdHasOneStateForEver(@ForAll @Size(max = 3_000) List<Long> ids) {
        StateStore<Object> memories = StateStore.permanent(Object::new);
        Map<Long, Object> first = new HashMap<>();
        for (long id : ids) {
            if (id != 0) {
                assertThat(memories.getOrCreate(id, Long.MAX_VALUE))
                        .isSameAs(first.computeIfAbsent(id, each -> memories.getOrCreate(each, 0)));
            }
        }
        assertThat(first.values()).doesNotHaveDuplicates();
    }

    @Test
    void manyIdsInARowAndIdsThatMeetInTheTableKeepApart() {
        StateStore<long[]> memories = StateStore.permanent(() -> new long[1]);
        for (long id = 1; id <= 5_000; id++) {
            memories.getOrCreate(id, 0)[0] = id;
            memories.getOrCreate(id << 40, 0)[0] = -id;
        }
        for (long id = 1; id <= 5_000; id++) {
            assertThat(memories.getOrCreate(id, 0)[0]).isEqualTo(id);
            assertThat(memories.getOrCreate(id << 40, 0)[0]).isEqualTo(-id);
        }
    }

    @Test
    void whatFadesTakesUpTheRoomOfAMonthHoweverLongItGoesOn() {
        long dayMillis = Duration.ofDays(1).toMillis();
        StateStore<DeviceState> memories = StateStore.expiring(DeviceState::new);
        for (long day = 0; day < 1_000; day++) {
            for (long number = 0; number < 100; number++) {
                memories.getOrCreate(1 + 100 * day + number, day * dayMillis).clockMillis = day * dayMillis;
            }
            // Of thirty-one days, and not three times as many before room is made.
            assertThat(memories.size()).isLessThan(3 * 3_100);
        }
    }

    @Test
    void whoeverIsForgottenIsAStrangerAgainWhetherOrNotItMadeRoom() {
        long monthMillis = Expiring.RETENTION.toMillis();
        StateStore<DeviceState> memories = StateStore.expiring(DeviceState::new);
        DeviceState known = memories.getOrCreate(1, 0);
        known.clockMillis = 0;
        assertThat(memories.getOrCreate(1, monthMillis)).isSameAs(known);
        assertThat(memories.find(1)).isSameAs(known);
        assertThat(memories.getOrCreate(1, monthMillis + 1)).isNotSameAs(known);
        assertThat(memories.find(2)).isNull();
    }
}
