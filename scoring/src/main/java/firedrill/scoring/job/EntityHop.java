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
 * One keyed hop: the entity's state fills its features from before the event, then remembers the event. An event that has
 * no such entity passes, so that no event overtakes another on the way to a memory that both touch.
 *
 * @param <S> what is remembered of one user, device, network, source, address or coin; a Flink POJO
 */
final class EntityHop<S> extends KeyedProcessFunction<Long, InFlight, InFlight> {

    /** How a state reads and remembers an event. */
    interface Observing<S> extends Serializable {
        void observe(S state, ExchangeEvent event, double[] features);
    }

    /** The same for a hop that also tells where the event goes next. */
    interface Guiding<S> extends Serializable {
        void guide(S state, InFlight event);
    }

    /** The entity whose memory is asked, 0 if none is. */
    interface Asking extends Serializable {
        long entityId(InFlight event);
    }

    /** The state of an entity never seen before. */
    interface Stranger<S> extends Serializable {
        S create();
    }

    private final Class<S> type;
    private final Stranger<S> stranger;
    private final Asking asking;
    private final Guiding<S> guiding;
    private transient @Nullable ValueState<S> state;

    EntityHop(Class<S> type, Stranger<S> stranger, Asking asking, Guiding<S> guiding) {
        this.type = type;
        this.stranger = stranger;
        this.asking = asking;
        this.guiding = guiding;
    }

    /** A hop that fills features and nothing else. */
    static <S> EntityHop<S> of(Class<S> type, Stranger<S> stranger, Asking asking, Observing<S> observing) {
        return new EntityHop<>(
                type, stranger, asking, (memory, event) -> observing.observe(memory, event.event(), event.features));
    }

    Asking asking() {
        return asking;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("entity", type));
    }

    @Override
    public void processElement(InFlight event, Context context, Collector<InFlight> out) throws Exception {
        if (asking.entityId(event) != 0) {
            ValueState<S> entity = Opened.of(state);
            S known = entity.value();
            S current = known == null ? stranger.create() : known;
            guiding.guide(current, event);
            entity.update(current);
        }
        out.collect(event);
    }
}
