package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.ShadowCodec;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlBroadcastState;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.ModelLoader;
import firedrill.scoring.job.state.ScorerFactory;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Has challengers score what was decided, from the very vector that decided; a task of its own, so that nobody waits for it.
 *
 * <p>What comes too late is dropped unscored, and counted by Flink as {@code dropped}: a shadow that cannot keep up must lose sight, not hold the decisions up.
 */
public final class ShadowScoringFunction extends BroadcastProcessFunction<DecidedEvent, ControlUpdate, OutboundRecord>
        implements CheckpointedFunction {

    private static final long MAX_AGE_MICROS = TimeUnit.SECONDS.toMicros(1);

    private final JobSettings.ScoringSettings settings;
    private transient @Nullable ControlBroadcastState broadcastState;
    private transient @Nullable Counter dropped;

    public ShadowScoringFunction(JobSettings.ScoringSettings judging) {
        this.settings = judging;
    }

    @Override
    public void open(OpenContext context) {
        dropped = getRuntimeContext().getMetricGroup().counter("dropped");
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        broadcastState = ControlBroadcastState.open(
                context.getOperatorStateStore(), ScorerFactory.coldDecider(settings), ModelLoader.executor());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // What was heard is in Flink's hands at any time.
    }

    @Override
    public void processElement(DecidedEvent judged, ReadOnlyContext context, Collector<OutboundRecord> out)
            throws MalformedMessageException {
        if (EpochMicros.now(settings.clock()) - judged.publishedMicros() > MAX_AGE_MICROS) {
            OperatorLifecycle.requireOpen(dropped).inc();
            return;
        }
        DecisionRequest event = (DecisionRequest) EventCodec.decode(judged.event());
        Decision made = DecisionCodec.decode(judged.decision());
        for (Decider challenger :
                OperatorLifecycle.requireOpen(broadcastState).routing().shadows()) {
            out.collect(new OutboundRecord(
                    EventCodec.key(event.userId()), ShadowCodec.encode(challenger.shadowScore(event, made))));
        }
    }

    @Override
    public void processBroadcastElement(ControlUpdate notice, Context context, Collector<OutboundRecord> out)
            throws Exception {
        OperatorLifecycle.requireOpen(broadcastState).apply(notice);
    }

    @Override
    public void close() {
        if (broadcastState != null) {
            broadcastState.close();
        }
    }
}
