package firedrill.scoring.job;

import firedrill.scoring.cluster.AddressCluster;
import firedrill.scoring.feature.AddressState;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** The last keyed hop, as {@link EntityHop} is one; it also hears which cluster an address belongs to. */
final class AddressHop extends KeyedCoProcessFunction<Long, InFlight, AddressCluster, InFlight> {

    private transient @Nullable ValueState<AddressState> state;

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("entity", AddressState.class));
    }

    @Override
    public void processElement1(InFlight passing, Context context, Collector<InFlight> out) throws Exception {
        if (passing.hasAddress()) {
            AddressState known = current();
            AddressState address = passing.isStrangerTo(known) ? new AddressState() : known;
            if (passing.isLabel()) {
                address.learn(passing.label());
            } else {
                address.observe(passing.event(), passing.features);
            }
            Opened.of(state).update(address);
        }
        out.collect(passing);
    }

    @Override
    public void processElement2(AddressCluster news, Context context, Collector<InFlight> out) throws Exception {
        AddressState address = current();
        address.hear(news);
        Opened.of(state).update(address);
    }

    private AddressState current() throws Exception {
        AddressState known = Opened.of(state).value();
        return known == null ? new AddressState() : known;
    }
}
