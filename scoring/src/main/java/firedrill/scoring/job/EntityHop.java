package firedrill.scoring.job;

import firedrill.ingest.event.ExchangeEvent;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * One keyed hop: the entity's state fills its features from before the event, then remembers the event.
 *
 * @param <S> what is remembered of one user, device or address; a Flink POJO
 */
final class EntityHop<S> extends KeyedProcessFunction<Long, InFlight, InFlight> {

    /** How a state reads and remembers an event. */
    interface Observing<S> extends Serializable {
        void observe(S state, ExchangeEvent event, double[] features);
    }

    /** The state of an entity never seen before. */
    interface Stranger<S> extends Serializable {
        S create();
    }

    private final Class<S> type;
    private final Stranger<S> stranger;
    private final Observing<S> observing;
    private transient @Nullable ValueState<S> state;

    EntityHop(Class<S> type, Stranger<S> stranger, Observing<S> observing) {
        this.type = type;
        this.stranger = stranger;
        this.observing = observing;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("entity", type));
    }

    @Override
    public void processElement(InFlight event, Context context, Collector<InFlight> out) throws Exception {
        ValueState<S> entity = Opened.of(state);
        S known = entity.value();
        S current = known == null ? stranger.create() : known;
        observing.observe(current, event.event(), event.features);
        entity.update(current);
        out.collect(event);
    }
}
