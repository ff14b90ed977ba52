package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.scoring.feature.state.Label;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keyed function of one entity type: fills the entity's features from its state before the event, then updates the
 * state.
 *
 * <p>Events without such an entity pass through unchanged, which preserves the order on the way to state that two
 * events share. Labels take the same path.
 *
 * @param <S> state of one user, device, network, source or coin; a Flink POJO
 */
public final class EntityFeatureFunction<S> extends KeyedProcessFunction<Long, EnrichedEvent, EnrichedEvent> {

    /** Fills features from a state, then updates it. */
    public interface EventUpdater<S> extends Serializable {
        void observe(S state, ExchangeEvent event, double[] features);
    }

    /** Updates a state with the label of an earlier event. */
    public interface LabelUpdater<S> extends Serializable {
        void applyLabel(S state, Label label);
    }

    /** Applies an event or a label to a state and routes it; returns a label that follows the event, or null. */
    public interface EntityUpdater<S> extends Serializable {
        @Nullable EnrichedEvent update(S state, EnrichedEvent event);
    }

    /** Id of the event's entity, 0 if it has none. */
    public interface EntityKey extends Serializable {
        long entityId(EnrichedEvent event);
    }

    /** The state of an entity without events. */
    public interface StateFactory<S> extends Serializable {
        S create();
    }

    private final KeyedEntity<S> entity;
    private final EntityKey entityKey;

    public EntityFeatureFunction(
            Class<S> type, StateFactory<S> stateFactory, EntityKey entityKey, EntityUpdater<S> updater) {
        this.entity = new KeyedEntity<>(type, stateFactory, updater);
        this.entityKey = entityKey;
    }

    /** A function that fills features and applies labels, without routing. */
    public static <S> EntityFeatureFunction<S> of(
            Class<S> type,
            StateFactory<S> stateFactory,
            EntityKey entityKey,
            EventUpdater<S> onEvent,
            LabelUpdater<S> onLabel) {
        return new EntityFeatureFunction<>(type, stateFactory, entityKey, KeyedEntity.updater(onEvent, onLabel));
    }

    public EntityKey entityKey() {
        return entityKey;
    }

    @Override
    public void open(OpenContext context) {
        entity.open(getRuntimeContext());
    }

    @Override
    public void processElement(EnrichedEvent event, Context context, Collector<EnrichedEvent> out) throws Exception {
        EnrichedEvent follower = entityKey.entityId(event) == 0 ? null : entity.update(event);
        out.collect(event);
        if (follower != null) {
            out.collect(follower);
        }
    }
}
