package firedrill.scoring.job.operator;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The state of the current key's entity, and how events and labels change it.
 *
 * @param <S> state of one user, device, network, source, address or coin; a Flink POJO
 */
final class KeyedEntity<S> implements Serializable {

    private static final long serialVersionUID = 1;

    private final Class<S> type;
    private final EntityFeatureFunction.StateFactory<S> stateFactory;
    private final EntityFeatureFunction.EntityUpdater<S> updater;
    private transient @Nullable ValueState<S> state;

    KeyedEntity(
            Class<S> type,
            EntityFeatureFunction.StateFactory<S> stateFactory,
            EntityFeatureFunction.EntityUpdater<S> updater) {
        this.type = type;
        this.stateFactory = stateFactory;
        this.updater = updater;
    }

    /** An updater that fills features and applies labels, without routing. */
    static <S> EntityFeatureFunction.EntityUpdater<S> updater(
            EntityFeatureFunction.EventUpdater<S> onEvent, EntityFeatureFunction.LabelUpdater<S> onLabel) {
        return (state, event) -> {
            if (event.isLabel()) {
                onLabel.applyLabel(state, event.label());
            } else {
                onEvent.observe(state, event.event(), event.features);
            }
            return null;
        };
    }

    void open(RuntimeContext context) {
        state = context.getState(new ValueStateDescriptor<>("entity", type));
    }

    /**
     * Applies an event or a label; an expired state is replaced first. Returns a label that follows the event, or null.
     */
    @Nullable EnrichedEvent update(EnrichedEvent event) throws IOException {
        S known = OperatorLifecycle.requireOpen(state).value();
        S current = known == null || event.isStateExpired(known) ? stateFactory.create() : known;
        EnrichedEvent follower = updater.update(current, event);
        save(current);
        return follower;
    }

    /** The saved state, or a new one. */
    S current() throws IOException {
        S known = OperatorLifecycle.requireOpen(state).value();
        return known == null ? stateFactory.create() : known;
    }

    void save(S changed) throws IOException {
        OperatorLifecycle.requireOpen(state).update(changed);
    }
}
