package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.EventCodec;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.feature.UserState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EntityHopOperatorTest {

    @Test
    void eachUserHasAStateOfTheirOwn() throws Exception {
        List<ExchangeEvent> day = Given.day(500, 3);
        try (var hop = users()) {
            hop.open();
            assertThat(through(hop, day)).isEqualTo(bySingleStates(day));
        }
    }

    @Test
    void theStateSurvivesARestart() throws Exception {
        List<ExchangeEvent> day = Given.day(500, 4);
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
            double[] vector = InFlight.of(event, EventCodec.encode(event), 0, 0).features;
            states.computeIfAbsent(event.userId(), user -> new UserState()).observe(event, vector);
            features.add(FeatureVector.of(vector));
        }
        return features;
    }

    private static List<FeatureVector> through(
            KeyedOneInputStreamOperatorTestHarness<Long, InFlight, InFlight> hop, List<ExchangeEvent> events)
            throws Exception {
        hop.getOutput().clear();
        for (ExchangeEvent event : events) {
            hop.processElement(new StreamRecord<>(InFlight.of(event, EventCodec.encode(event), 0, 0)));
        }
        List<FeatureVector> features = new ArrayList<>();
        for (InFlight event : hop.extractOutputValues()) {
            assertThat(event.features).hasSize(Feature.COUNT);
            features.add(FeatureVector.of(event.features));
        }
        return features;
    }

    /** The hop of users. */
    static KeyedOneInputStreamOperatorTestHarness<Long, InFlight, InFlight> users() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new EntityHop<>(UserState.class, UserState::new, event -> event.userId, InFlight::ofUser)),
                event -> event.userId,
                Types.LONG);
    }
}
