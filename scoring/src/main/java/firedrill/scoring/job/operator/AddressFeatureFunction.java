package firedrill.scoring.job.operator;

import firedrill.scoring.feature.AddressState;
import firedrill.scoring.graph.AddressClusterUpdate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/** The {@link EntityFeatureFunction} of addresses, which also applies the cluster updates of an address. */
public final class AddressFeatureFunction
        extends KeyedCoProcessFunction<Long, EnrichedEvent, AddressClusterUpdate, EnrichedEvent> {

    private final KeyedEntity<AddressState> address = new KeyedEntity<>(
            AddressState.class,
            AddressState::new,
            KeyedEntity.updater(AddressState::observe, AddressState::applyLabel));

    @Override
    public void open(OpenContext context) {
        address.open(getRuntimeContext());
    }

    @Override
    public void processElement1(EnrichedEvent event, Context context, Collector<EnrichedEvent> out) throws Exception {
        if (event.hasAddress()) {
            address.update(event);
        }
        out.collect(event);
    }

    @Override
    public void processElement2(AddressClusterUpdate update, Context context, Collector<EnrichedEvent> out)
            throws Exception {
        AddressState state = address.current();
        state.applyCluster(update);
        address.save(state);
    }
}
