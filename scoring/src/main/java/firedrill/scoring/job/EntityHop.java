package firedrill.scoring.job;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.Label;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * One keyed hop: the entity's state fills its features from before the event, then remembers the event. An event that has
 * no such entity passes, so that no event overtakes another on the way to a memory that both touch. Labels pass the same way.
 *
 * @param <S> what is remembered of one user, device, network, source, address or coin; a Flink POJO
 */
final class EntityHop<S> extends KeyedProcessFunction<Long, InFlight, InFlight> {

    /** How a state reads and remembers an event. */
    interface Observing<S> extends Serializable {
        void observe(S state, ExchangeEvent event, double[] features);
    }

    /** How a state learns that an event which went through it was fraud. */
    interface Learning<S> extends Serializable {
        void learn(S state, Label label);
    }

    /** Both, for a hop that also tells where an event or a label goes next, and what follows it; null for nothing. */
    interface Guiding<S> extends Serializable {
        @Nullable InFlight guide(S state, InFlight passing);
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

    /** A hop that fills features and learns labels, and nothing else. */
    static <S> EntityHop<S> of(
            Class<S> type, Stranger<S> stranger, Asking asking, Observing<S> observing, Learning<S> learning) {
        return new EntityHop<>(type, stranger, asking, (memory, passing) -> {
            if (passing.isLabel()) {
                learning.learn(memory, passing.label());
            } else {
                observing.observe(memory, passing.event(), passing.features);
            }
            return null;
        });
    }

    Asking asking() {
        return asking;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("entity", type));
    }

    @Override
    public void processElement(InFlight passing, Context context, Collector<InFlight> out) throws Exception {
        InFlight follower = asking.entityId(passing) == 0 ? null : guide(passing);
        out.collect(passing);
        if (follower != null) {
            out.collect(follower);
        }
    }

    private @Nullable InFlight guide(InFlight passing) throws Exception {
        ValueState<S> entity = Opened.of(state);
        S known = entity.value();
        S current = known == null || passing.isStrangerTo(known) ? stranger.create() : known;
        InFlight follower = guiding.guide(current, passing);
        entity.update(current);
        return follower;
    }
}
