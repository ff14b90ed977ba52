package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MemoriesTest {

    @Property(tries = 50)
    void eachIdHasOneStateForEver(@ForAll @Size(max = 3_000) List<Long> ids) {
        Memories<Object> memories = new Memories<>(Object::new);
        Map<Long, Object> first = new HashMap<>();
        for (long id : ids) {
            if (id != 0) {
                assertThat(memories.of(id)).isSameAs(first.computeIfAbsent(id, memories::of));
            }
        }
        assertThat(first.values()).doesNotHaveDuplicates();
    }

    @Test
    void manyIdsInARowAndIdsThatMeetInTheTableKeepApart() {
        Memories<long[]> memories = new Memories<>(() -> new long[1]);
        for (long id = 1; id <= 5_000; id++) {
            memories.of(id)[0] = id;
            memories.of(id << 40)[0] = -id;
        }
        for (long id = 1; id <= 5_000; id++) {
            assertThat(memories.of(id)[0]).isEqualTo(id);
            assertThat(memories.of(id << 40)[0]).isEqualTo(-id);
        }
    }
}
