package firedrill.scoring.job.operator;

import firedrill.scoring.decision.Decider;
import firedrill.scoring.engine.DecisionEngine;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlBroadcastState;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.ModelLoader;
import firedrill.scoring.job.state.ScorerFactory;
import java.util.Map;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * An operator with a {@link DecisionEngine} that follows the broadcast control updates.
 *
 * @param <T> type of the events that it decides or scores
 */
abstract class EngineFunction<T> extends BroadcastProcessFunction<T, ControlUpdate, OutboundRecord>
        implements CheckpointedFunction {

    private final JobSettings.ScoringSettings settings;
    private transient @Nullable ControlBroadcastState broadcastState;

    EngineFunction(JobSettings.ScoringSettings settings) {
        this.settings = settings;
    }

    final JobSettings.ScoringSettings settings() {
        return settings;
    }

    /** The decider of the seed model; created on the task manager. */
    abstract Decider seedDecider();

    final DecisionEngine engine() {
        return OperatorLifecycle.requireOpen(broadcastState).engine();
    }

    /** The models that went into quarantine since the last call, with the reason. */
    final Map<String, String> takeQuarantined() {
        return OperatorLifecycle.requireOpen(broadcastState).takeQuarantined();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        broadcastState = ControlBroadcastState.open(
                context.getOperatorStateStore(),
                seedDecider(),
                ModelLoader.executor(),
                ScorerFactory.loadJournal(settings));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // Updates are written to Flink's state as they arrive.
    }

    @Override
    public void processBroadcastElement(ControlUpdate update, Context context, Collector<OutboundRecord> out)
            throws Exception {
        OperatorLifecycle.requireOpen(broadcastState).apply(update);
    }

    @Override
    public void close() {
        if (broadcastState != null) {
            broadcastState.close();
        }
    }
}
