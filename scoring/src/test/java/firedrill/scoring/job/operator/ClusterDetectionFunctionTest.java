package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.graph.AddressClusterUpdate;
import firedrill.scoring.graph.ClusterDetector;
import firedrill.scoring.job.JobFixtures;
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

class ClusterDetectionFunctionTest {

    private static final long MINUTE = 60_000;

    @Test
    void theOperatorFindsTheClustersOfTheDetectorInALoopAlsoAfterARestart() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(2_000, 5);
        ClusterDetector alone = new ClusterDetector();
        List<AddressClusterUpdate> expected = new ArrayList<>();
        List<AddressClusterUpdate> found = new ArrayList<>();
        day.forEach(event -> expected.addAll(alone.observe(event)));
        OperatorSubtaskState saved;
        try (var detection = detection()) {
            detection.open();
            observe(detection, day.subList(0, 1_000));
            saved = detection.snapshot(1, 1);
            found.addAll(detection.extractOutputValues());
        }
        try (var detection = detection()) {
            detection.initializeState(saved);
            detection.open();
            observe(detection, day.subList(1_000, 2_000));
            found.addAll(detection.extractOutputValues());
        }
        // After a restart, what was told before is told again.
        assertThat(found).containsAll(expected);
        assertThat(expected).hasSizeGreaterThan(10);
    }

    @Test
    void aClusterUpdateTakesEffectAtItsEffectiveTime() throws Exception {
        OperatorSubtaskState saved;
        try (var hop = addresses()) {
            hop.open();
            long counts = JobFixtures.START_MILLIS + 40 * MINUTE;
            hop.processElement2(
                    new StreamRecord<>(new AddressClusterUpdate(7, counts, 5, JobFixtures.START_MILLIS, 0.75, 0.4)));
            assertThat(clusterOf(hop, counts - 1)).containsExactly(0.0, 10_080.0, 0.0, 0.0);
            assertThat(clusterOf(hop, counts)).containsExactly(5.0, 40.0, 0.75, 0.4);
            saved = hop.snapshot(1, 1);
        }
        try (var hop = addresses()) {
            hop.initializeState(saved);
            hop.open();
            assertThat(clusterOf(hop, JobFixtures.START_MILLIS + 50 * MINUTE)).containsExactly(5.0, 50.0, 0.75, 0.4);
        }
    }

    private static List<Double> clusterOf(
            KeyedTwoInputStreamOperatorTestHarness<Long, EnrichedEvent, AddressClusterUpdate, EnrichedEvent> hop,
            long timeMillis)
            throws Exception {
        hop.getOutput().clear();
        Withdrawal asked = JobFixtures.withdrawal(1, 1, timeMillis, 7, 100, false);
        hop.processElement1(new StreamRecord<>(EnrichedEvent.of(asked, EventCodec.encode(asked), 0, 0)));
        double[] features = hop.extractOutputValues().get(0).features;
        return List.of(
                Feature.ADDRESS_CLUSTER_USERS.valueIn(features),
                Feature.ADDRESS_CLUSTER_AGE_MINUTES.valueIn(features),
                Feature.ADDRESS_CLUSTER_EXCLUSIVITY.valueIn(features),
                Feature.ADDRESS_CLUSTER_CONFIRMED_SHARE.valueIn(features));
    }

    private static void observe(
            OneInputStreamOperatorTestHarness<EnrichedEvent, AddressClusterUpdate> detection,
            List<ExchangeEvent> events)
            throws Exception {
        for (ExchangeEvent event : events) {
            detection.processElement(new StreamRecord<>(EnrichedEvent.of(event, EventCodec.encode(event), 0, 0)));
        }
    }

    private static OneInputStreamOperatorTestHarness<EnrichedEvent, AddressClusterUpdate> detection() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ClusterDetectionFunction()));
    }

    /** The hop of addresses. */
    static KeyedTwoInputStreamOperatorTestHarness<Long, EnrichedEvent, AddressClusterUpdate, EnrichedEvent> addresses()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new AddressFeatureFunction()),
                event -> event.addressId,
                AddressClusterUpdate::addressId,
                Types.LONG);
    }
}
