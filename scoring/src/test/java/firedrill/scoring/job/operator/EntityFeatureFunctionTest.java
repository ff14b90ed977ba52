package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.feature.UserState;
import firedrill.scoring.job.JobFixtures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EntityFeatureFunctionTest {

    @Test
    void eachUserHasAStateOfTheirOwn() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(500, 3);
        try (var hop = users()) {
            hop.open();
            assertThat(through(hop, day)).isEqualTo(bySingleStates(day));
        }
    }

    @Test
    void theStateSurvivesARestart() throws Exception {
        List<ExchangeEvent> day = JobFixtures.day(500, 4);
        List<FeatureVector> features = new ArrayList<>();
        OperatorSubtaskState saved;
        try (var hop = users()) {
            hop.open();
            features.addAll(through(hop, day.subList(0, 300)));
            saved = hop.snapshot(1, 1);
        }
        try (var hop = users()) {
            hop.initializeState(saved);
            hop.open();
            features.addAll(through(hop, day.subList(300, 500)));
        }
        assertThat(features).isEqualTo(bySingleStates(day));
    }

    private static List<FeatureVector> bySingleStates(List<ExchangeEvent> events) {
        var states = new HashMap<Long, UserState>();
        List<FeatureVector> features = new ArrayList<>();
        for (ExchangeEvent event : events) {
            double[] vector = EnrichedEvent.of(event, EventCodec.encode(event), 0, 0).features;
            states.computeIfAbsent(event.userId(), user -> new UserState()).observe(event, vector);
            features.add(FeatureVector.of(vector));
        }
        return features;
    }

    private static List<FeatureVector> through(
            KeyedOneInputStreamOperatorTestHarness<Long, EnrichedEvent, EnrichedEvent> hop, List<ExchangeEvent> events)
            throws Exception {
        hop.getOutput().clear();
        for (ExchangeEvent event : events) {
            hop.processElement(new StreamRecord<>(EnrichedEvent.of(event, EventCodec.encode(event), 0, 0)));
        }
        List<FeatureVector> features = new ArrayList<>();
        for (EnrichedEvent event : hop.extractOutputValues()) {
            assertThat(event.features).hasSize(Feature.COUNT);
            features.add(FeatureVector.of(event.features));
        }
        return features;
    }

    /** The hop of users. */
    static KeyedOneInputStreamOperatorTestHarness<Long, EnrichedEvent, EnrichedEvent> users() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new EntityFeatureFunction<>(
                        UserState.class, UserState::new, event -> event.userId, EnrichedEvent::updateUser)),
                event -> event.userId,
                Types.LONG);
    }
}
