package firedrill.scoring.job.state;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlCommand.ModelCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.ModelRouting;
import firedrill.scoring.registry.ModelOrder.Retire;
import firedrill.scoring.registry.ModelRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a subtask has heard: in Flink's state the control and the announcements, in memory the models made of them and who
 * has which event.
 *
 * <p>Every subtask hears every notice. After a restart the models are made anew from their announcements: those that
 * decide at once, before the first event, the others beside it.
 */
public final class ControlBroadcastState implements AutoCloseable {

    /** One entry: the control. */
    private static final MapStateDescriptor<String, ControlSnapshot> CONTROL =
            new MapStateDescriptor<>("control", Types.STRING, TypeInformation.of(ControlSnapshot.class));

    /** Announcements of versions that are not retired, by version. */
    private static final MapStateDescriptor<String, byte[]> MODELS =
            new MapStateDescriptor<>("models", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    public static final List<MapStateDescriptor<?, ?>> STATES = List.of(CONTROL, MODELS);

    private static final String CURRENT = "current";

    private final Decider seedDecider;
    private final ModelCache modelCache;
    private final BroadcastState<String, ControlSnapshot> controls;
    private final BroadcastState<String, byte[]> announcements;
    private ControlState control = ControlState.START;
    /** The deciders that the line-up was made of, to see when there are others. */
    private Map<String, Decider> routedDeciders = Map.of();

    private ModelRouting routing;

    private ControlBroadcastState(
            Decider founder,
            ModelCache shelf,
            BroadcastState<String, ControlSnapshot> controls,
            BroadcastState<String, byte[]> announcements) {
        this.seedDecider = founder;
        this.modelCache = shelf;
        this.controls = controls;
        this.announcements = announcements;
        this.routing = ModelRouting.of(ModelRegistry.EMPTY, founder, routedDeciders);
    }

    public static BroadcastStream<ControlUpdate> broadcast(DataStream<ControlUpdate> notices) {
        return notices.broadcast(STATES.toArray(new MapStateDescriptor<?, ?>[0]));
    }

    /** What was heard before a restart, or nothing yet. */
    public static ControlBroadcastState open(OperatorStateStore store, Decider founder, ExecutorService loader)
            throws Exception {
        ControlBroadcastState heard = new ControlBroadcastState(
                founder,
                new ModelCache(founder, loader),
                store.getBroadcastState(CONTROL),
                store.getBroadcastState(MODELS));
        heard.restore();
        return heard;
    }

    private void restore() throws Exception {
        ControlSnapshot saved = controls.get(CURRENT);
        control = saved == null ? ControlState.START : saved.restore();
        Map<String, byte[]> kept = new HashMap<>();
        announcements.immutableEntries().forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        Stream.concat(
                        control.registry().champion().stream().map(ModelRegistry.RoleAssignment::model),
                        control.registry().stagedRollout().stream().map(ModelRegistry.StagedRollout::model))
                .map(kept::remove)
                .filter(announcement -> announcement != null)
                .forEach(modelCache::loadNow);
        kept.values().forEach(modelCache::load);
        updateRouting();
    }

    public ControlState control() {
        return control;
    }

    /** Who has which event now; made anew when a model has become ready since. */
    public ModelRouting routing() {
        if (modelCache.deciders() != routedDeciders) {
            updateRouting();
        }
        return routing;
    }

    private void updateRouting() {
        routedDeciders = modelCache.deciders();
        routing = ModelRouting.of(control.registry(), seedDecider, routedDeciders);
    }

    /** Takes a notice in, on the operator's own thread. */
    public void apply(ControlUpdate notice) throws Exception {
        if (notice.isModel()) {
            applyModel(notice);
        } else {
            applyCommand(notice.command());
        }
    }

    private void applyModel(ControlUpdate notice) throws Exception {
        String model = notice.announcement().modelHash();
        boolean isRetired = control.registry()
                .version(model)
                .filter(ModelRegistry.ModelVersion::retired)
                .isPresent();
        if (!isRetired && !announcements.contains(model)) {
            announcements.put(model, notice.payload());
            modelCache.load(notice.payload());
        }
    }

    private void applyCommand(ControlCommand command) throws Exception {
        control = control.apply(command);
        controls.put(CURRENT, ControlSnapshot.of(control));
        if (command instanceof ModelCommand ordered
                && ordered.order() instanceof Retire retire
                && !control.registry().isActive(retire.model())) {
            announcements.remove(retire.model());
            modelCache.evict(retire.model());
        }
        updateRouting();
    }

    @Override
    public void close() {
        modelCache.close();
    }
}
