package firedrill.scoring.job.state;

import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.CommandResult;
import firedrill.scoring.engine.ControlLog;
import firedrill.scoring.engine.DecisionEngine;
import firedrill.scoring.engine.LoadJournal;
import firedrill.scoring.registry.ModelRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * Control updates that a subtask has applied. Flink's state holds the control state and the announcements of models;
 * memory holds the loaded models and the routing of events to them.
 *
 * <p>Every subtask receives every update. After a restart the models are loaded again from their announcements: the
 * deciding ones before the first event, the others in the background.
 */
public final class ControlBroadcastState implements AutoCloseable {

    /** One entry: the control state. */
    private static final MapStateDescriptor<String, ControlSnapshot> CONTROL =
            new MapStateDescriptor<>("control", Types.STRING, TypeInformation.of(ControlSnapshot.class));

    /** Announcements of versions that are not retired, by version. */
    private static final MapStateDescriptor<String, byte[]> MODELS =
            new MapStateDescriptor<>("models", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    public static final List<MapStateDescriptor<?, ?>> STATES = List.of(CONTROL, MODELS);

    private static final String CURRENT = "current";

    private final ModelCache modelCache;
    private final BroadcastState<String, ControlSnapshot> controls;
    private final BroadcastState<String, byte[]> announcements;
    private final LoadJournal journal;
    /** Models that were not loaded because of their quarantine, with the reason. */
    private final Map<String, String> quarantined = new HashMap<>();
    /** Models whose load was begun. */
    private final Set<String> requested = new HashSet<>();

    private final ControlLog control;
    private final DecisionEngine engine;

    private ControlBroadcastState(
            Decider seed,
            ModelCache modelCache,
            LoadJournal journal,
            BroadcastState<String, ControlSnapshot> controls,
            BroadcastState<String, byte[]> announcements)
            throws Exception {
        this.modelCache = modelCache;
        this.journal = journal;
        this.controls = controls;
        this.announcements = announcements;
        ControlSnapshot saved = controls.get(CURRENT);
        this.control = new ControlLog(saved == null ? ControlState.START : saved.restore());
        loadModels();
        this.engine = new DecisionEngine(seed, modelCache.loaded(), control.state());
    }

    public static BroadcastStream<ControlUpdate> broadcast(DataStream<ControlUpdate> updates) {
        return updates.broadcast(STATES.toArray(new MapStateDescriptor<?, ?>[0]));
    }

    /** Restores the state from before a restart; empty on the first start. */
    public static ControlBroadcastState open(
            OperatorStateStore store, Decider seedDecider, ExecutorService loader, LoadJournal journal)
            throws Exception {
        return new ControlBroadcastState(
                seedDecider,
                new ModelCache(seedDecider, loader, journal),
                journal,
                store.getBroadcastState(CONTROL),
                store.getBroadcastState(MODELS));
    }

    /** Loads the deciding models before it returns, the others on the loader's thread. */
    private void loadModels() throws Exception {
        ModelRegistry registry = control.state().registry();
        Map<String, byte[]> remaining = new HashMap<>();
        for (Map.Entry<String, byte[]> entry : announcements.immutableEntries()) {
            if (!isQuarantined(entry.getKey())) {
                remaining.put(entry.getKey(), entry.getValue());
            }
        }
        requested.addAll(remaining.keySet());
        Stream.concat(
                        registry.champion().stream().map(ModelRegistry.RoleAssignment::model),
                        registry.stagedRollout().stream().map(ModelRegistry.StagedRollout::model))
                .map(remaining::remove)
                .filter(Objects::nonNull)
                .forEach(modelCache::loadNow);
        remaining.values().forEach(modelCache::load);
    }

    private boolean isQuarantined(String model) {
        Optional<String> reason = journal.quarantine(model);
        reason.ifPresent(text -> quarantined.put(model, text));
        return reason.isPresent();
    }

    /** The models that went into quarantine since the last call. */
    public Map<String, String> takeQuarantined() {
        if (quarantined.isEmpty()) {
            return Map.of();
        }
        Map<String, String> taken = Map.copyOf(quarantined);
        quarantined.clear();
        return taken;
    }

    /** The engine, which decides by the models that are loaded when it is called. */
    public DecisionEngine engine() {
        return engine;
    }

    /** Applies an update; called on the operator's thread. */
    public void apply(ControlUpdate update) throws Exception {
        if (update.isModel()) {
            applyModel(update);
        } else {
            applyCommand(update.command());
        }
    }

    private void applyModel(ControlUpdate update) throws Exception {
        String model = update.announcement().modelHash();
        journal.release(model, update.version());
        if (!control.state().registry().isRetired(model) && !requested.contains(model)) {
            announcements.put(model, update.payload());
            if (!isQuarantined(model)) {
                requested.add(model);
                modelCache.load(update.payload());
            }
        }
    }

    private void applyCommand(ControlCommand command) throws Exception {
        CommandResult result = control.apply(command);
        controls.put(CURRENT, ControlSnapshot.of(result.after()));
        if (result.retiredModel().isPresent()) {
            announcements.remove(result.retiredModel().get());
            requested.remove(result.retiredModel().get());
            modelCache.evict(result.retiredModel().get());
        }
        engine.apply(result);
    }

    @Override
    public void close() {
        modelCache.close();
    }
}
