package firedrill.scoring.job.operator;

import firedrill.scoring.feature.AddressState;
import firedrill.scoring.graph.AddressClusterUpdate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The last keyed hop, as {@link EntityFeatureFunction} is one; it also hears which cluster an address belongs to. */
public final class AddressFeatureFunction
        extends KeyedCoProcessFunction<Long, EnrichedEvent, AddressClusterUpdate, EnrichedEvent> {

    private transient @Nullable ValueState<AddressState> state;

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("entity", AddressState.class));
    }

    @Override
    public void processElement1(EnrichedEvent passing, Context context, Collector<EnrichedEvent> out) throws Exception {
        if (passing.hasAddress()) {
            AddressState known = current();
            AddressState address = passing.isStateExpired(known) ? new AddressState() : known;
            if (passing.isLabel()) {
                address.applyLabel(passing.label());
            } else {
                address.observe(passing.event(), passing.features);
            }
            OperatorLifecycle.requireOpen(state).update(address);
        }
        out.collect(passing);
    }

    @Override
    public void processElement2(AddressClusterUpdate news, Context context, Collector<EnrichedEvent> out)
            throws Exception {
        AddressState address = current();
        address.applyCluster(news);
        OperatorLifecycle.requireOpen(state).update(address);
    }

    private AddressState current() throws Exception {
        AddressState known = OperatorLifecycle.requireOpen(state).value();
        return known == null ? new AddressState() : known;
    }
}
