package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.state.Label;
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
public final class EntityFeatureFunction<S> extends KeyedProcessFunction<Long, EnrichedEvent, EnrichedEvent> {

    /** How a state reads and remembers an event. */
    public interface EventUpdater<S> extends Serializable {
        void observe(S state, ExchangeEvent event, double[] features);
    }

    /** How a state learns that an event which went through it was fraud. */
    public interface LabelUpdater<S> extends Serializable {
        void applyLabel(S state, Label label);
    }

    /** Both, for a hop that also tells where an event or a label goes next, and what follows it; null for nothing. */
    public interface EntityUpdater<S> extends Serializable {
        @Nullable EnrichedEvent update(S state, EnrichedEvent passing);
    }

    /** The entity whose memory is asked, 0 if none is. */
    public interface EntityKey extends Serializable {
        long entityId(EnrichedEvent event);
    }

    /** The state of an entity never seen before. */
    public interface StateFactory<S> extends Serializable {
        S create();
    }

    private final Class<S> type;
    private final StateFactory<S> stateFactory;
    private final EntityKey entityKey;
    private final EntityUpdater<S> updater;
    private transient @Nullable ValueState<S> state;

    public EntityFeatureFunction(Class<S> type, StateFactory<S> stranger, EntityKey asking, EntityUpdater<S> guiding) {
        this.type = type;
        this.stateFactory = stranger;
        this.entityKey = asking;
        this.updater = guiding;
    }

    /** A hop that fills features and learns labels, and nothing else. */
    public static <S> EntityFeatureFunction<S> of(
            Class<S> type,
            StateFactory<S> stranger,
            EntityKey asking,
            EventUpdater<S> observing,
            LabelUpdater<S> learning) {
        return new EntityFeatureFunction<>(type, stranger, asking, (memory, passing) -> {
            if (passing.isLabel()) {
                learning.applyLabel(memory, passing.label());
            } else {
                observing.observe(memory, passing.event(), passing.features);
            }
            return null;
        });
    }

    public EntityKey entityKey() {
        return entityKey;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("entity", type));
    }

    @Override
    public void processElement(EnrichedEvent passing, Context context, Collector<EnrichedEvent> out) throws Exception {
        EnrichedEvent follower = entityKey.entityId(passing) == 0 ? null : update(passing);
        out.collect(passing);
        if (follower != null) {
            out.collect(follower);
        }
    }

    private @Nullable EnrichedEvent update(EnrichedEvent passing) throws Exception {
        ValueState<S> entity = OperatorLifecycle.requireOpen(state);
        S known = entity.value();
        S current = known == null || passing.isStateExpired(known) ? stateFactory.create() : known;
        EnrichedEvent follower = updater.update(current, passing);
        entity.update(current);
        return follower;
    }
}
