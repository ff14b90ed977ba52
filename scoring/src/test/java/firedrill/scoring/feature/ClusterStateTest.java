package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.graph.AddressClusterUpdate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClusterStateTest {

    private static final long MINUTE = 60_000;
    private static final long HALF_HOUR = 30 * MINUTE;
    private static final long COUNTS_AFTER = 10 * MINUTE;

    /** Up to the last moment before an update takes effect, and however early it arrives. */
    @Property(tries = 200)
    void theDelayOfAnUpdateLeavesNoTrace(
            @ForAll long seed, @ForAll @LongRange(min = -20 * MINUTE, max = COUNTS_AFTER) long travelMillis) {
        assertThat(read(seed, travelMillis)).isEqualTo(read(seed, 0));
    }

    @Test
    void anAddressWithoutAClusterDropsItsStateAfterTheLastUpdate() {
        ClusterState cluster = new ClusterState();
        cluster.applyCluster(new AddressClusterUpdate(7, 0, 5, 0, 1, 0));
        for (int left = ClusterState.CAPACITY; left > 0; left--) {
            assertThat(cluster.updates).isNotEmpty();
            cluster.applyCluster(new AddressClusterUpdate(7, left, 0, 0, 0, 0));
        }
        assertThat(cluster.updates).isEmpty();
    }

    /** Vectors of withdrawals at random times of a day, if the update of each half hour arrives {@code travelMillis} later. */
    private static List<FeatureVector> read(long seed, long travelMillis) {
        Random random = new Random(seed);
        Deque<AddressClusterUpdate> updates = new ArrayDeque<>();
        for (long run = 1; run <= 48; run++) {
            if (random.nextInt(3) > 0) {
                int users = random.nextInt(4);
                updates.add(new AddressClusterUpdate(
                        7, run * HALF_HOUR + COUNTS_AFTER, users, run * MINUTE, users / 10.0, users / 20.0));
            }
        }
        AddressState address = new AddressState();
        List<FeatureVector> read = new ArrayList<>();
        for (long timeMillis = 0; timeMillis < 49 * HALF_HOUR; timeMillis += 1 + random.nextInt(20 * (int) MINUTE)) {
            while (!updates.isEmpty()
                    && updates.element().effectiveFromMillis() - COUNTS_AFTER + travelMillis <= timeMillis) {
                address.applyCluster(updates.remove());
            }
            double[] vector = new double[Feature.COUNT];
            address.observe(SampleEvents.withdrawal(1 + timeMillis, 1, timeMillis, 10, 7, 100), vector);
            read.add(FeatureVector.of(vector));
        }
        return read;
    }
}
