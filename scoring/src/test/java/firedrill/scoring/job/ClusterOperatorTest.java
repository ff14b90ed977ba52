package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.scoring.cluster.AddressCluster;
import firedrill.scoring.cluster.ClusterWatch;
import firedrill.scoring.feature.Feature;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ClusterOperatorTest {

    private static final long MINUTE = 60_000;

    @Test
    void theWatchFindsWhatTheSameCodeFindsInALoopAlsoAfterARestart() throws Exception {
        List<ExchangeEvent> day = Given.day(2_000, 5);
        ClusterWatch alone = new ClusterWatch();
        List<AddressCluster> expected = new ArrayList<>();
        List<AddressCluster> found = new ArrayList<>();
        day.forEach(event -> expected.addAll(alone.observe(event)));
        OperatorSubtaskState saved;
        try (var watch = watch()) {
            watch.open();
            tell(watch, day.subList(0, 1_000));
            saved = watch.snapshot(1, 1);
            found.addAll(watch.extractOutputValues());
        }
        try (var watch = watch()) {
            watch.initializeState(saved);
            watch.open();
            tell(watch, day.subList(1_000, 2_000));
            found.addAll(watch.extractOutputValues());
        }
        // After a restart, what was told before is told again.
        assertThat(found).containsAll(expected);
        assertThat(expected).hasSizeGreaterThan(10);
    }

    @Test
    void anAddressKnowsItsClusterFromTheMomentFromWhichItCounts() throws Exception {
        OperatorSubtaskState saved;
        try (var hop = addresses()) {
            hop.open();
            long counts = Given.START_MILLIS + 40 * MINUTE;
            hop.processElement2(new StreamRecord<>(new AddressCluster(7, counts, 5, Given.START_MILLIS, 0.75, 0.4)));
            assertThat(clusterOf(hop, counts - 1)).containsExactly(0.0, 10_080.0, 0.0, 0.0);
            assertThat(clusterOf(hop, counts)).containsExactly(5.0, 40.0, 0.75, 0.4);
            saved = hop.snapshot(1, 1);
        }
        try (var hop = addresses()) {
            hop.initializeState(saved);
            hop.open();
            assertThat(clusterOf(hop, Given.START_MILLIS + 50 * MINUTE)).containsExactly(5.0, 50.0, 0.75, 0.4);
        }
    }

    private static List<Double> clusterOf(
            KeyedTwoInputStreamOperatorTestHarness<Long, InFlight, AddressCluster, InFlight> hop, long timeMillis)
            throws Exception {
        hop.getOutput().clear();
        Withdrawal asked = Given.withdrawal(1, 1, timeMillis, 7, 100, false);
        hop.processElement1(new StreamRecord<>(InFlight.of(asked, EventCodec.encode(asked), 0, 0)));
        double[] features = hop.extractOutputValues().get(0).features;
        return List.of(
                Feature.ADDRESS_CLUSTER_USERS.in(features),
                Feature.ADDRESS_CLUSTER_AGE_MINUTES.in(features),
                Feature.ADDRESS_CLUSTER_EXCLUSIVITY.in(features),
                Feature.ADDRESS_CLUSTER_CONFIRMED_SHARE.in(features));
    }

    private static void tell(
            OneInputStreamOperatorTestHarness<InFlight, AddressCluster> watch, List<ExchangeEvent> events)
            throws Exception {
        for (ExchangeEvent event : events) {
            watch.processElement(new StreamRecord<>(InFlight.of(event, EventCodec.encode(event), 0, 0)));
        }
    }

    private static OneInputStreamOperatorTestHarness<InFlight, AddressCluster> watch() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new WatchClusters()));
    }

    /** The hop of addresses. */
    static KeyedTwoInputStreamOperatorTestHarness<Long, InFlight, AddressCluster, InFlight> addresses()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new AddressHop()),
                event -> event.addressId,
                AddressCluster::addressId,
                Types.LONG);
    }
}
