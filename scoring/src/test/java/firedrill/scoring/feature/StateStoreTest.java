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
    void eachIdHasOneState(@ForAll @Size(max = 3_000) List<Long> ids) {
        StateStore<Object> store = StateStore.permanent(Object::new);
        Map<Long, Object> first = new HashMap<>();
        for (long id : ids) {
            if (id != 0) {
                assertThat(store.getOrCreate(id, Long.MAX_VALUE))
                        .isSameAs(first.computeIfAbsent(id, each -> store.getOrCreate(each, 0)));
            }
        }
        assertThat(first.values()).doesNotHaveDuplicates();
    }

    @Test
    void manyIdsInARowAndIdsThatMeetInTheTableKeepApart() {
        StateStore<long[]> store = StateStore.permanent(() -> new long[1]);
        for (long id = 1; id <= 5_000; id++) {
            store.getOrCreate(id, 0)[0] = id;
            store.getOrCreate(id << 40, 0)[0] = -id;
        }
        for (long id = 1; id <= 5_000; id++) {
            assertThat(store.getOrCreate(id, 0)[0]).isEqualTo(id);
            assertThat(store.getOrCreate(id << 40, 0)[0]).isEqualTo(-id);
        }
    }

    @Test
    void expiringStateTakesTheMemoryOfAMonthHoweverLongTheRun() {
        long dayMillis = Duration.ofDays(1).toMillis();
        StateStore<DeviceState> store = StateStore.expiring(DeviceState::new);
        for (long day = 0; day < 1_000; day++) {
            for (long number = 0; number < 100; number++) {
                store.getOrCreate(1 + 100 * day + number, day * dayMillis).clockMillis = day * dayMillis;
            }
            // Of thirty-one days, and not three times as many before room is made.
            assertThat(store.size()).isLessThan(3 * 3_100);
        }
    }

    @Test
    void anExpiredStateStartsEmptyWhetherOrNotItWasEvicted() {
        long monthMillis = Expiring.RETENTION.toMillis();
        StateStore<DeviceState> store = StateStore.expiring(DeviceState::new);
        DeviceState known = store.getOrCreate(1, 0);
        known.clockMillis = 0;
        assertThat(store.getOrCreate(1, monthMillis)).isSameAs(known);
        assertThat(store.find(1)).isSameAs(known);
        assertThat(store.getOrCreate(1, monthMillis + 1)).isNotSameAs(known);
        assertThat(store.find(2)).isNull();
    }
}
