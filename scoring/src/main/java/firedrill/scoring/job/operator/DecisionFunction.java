package firedrill.scoring.job.operator;

import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.engine.ModelRouting;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.settings.JobSettings;
import firedrill.scoring.job.state.ControlBroadcastState;
import firedrill.scoring.job.state.ControlUpdate;
import firedrill.scoring.job.state.ModelLoader;
import firedrill.scoring.job.state.ScorerFactory;
import firedrill.scoring.registry.ModelRole;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Decides each order and withdrawal, by the model that has it, under the control that all commands so far amount to.
 *
 * <p>An event that arrives with its latency budget nearly spent is decided by the rules at once. The champion's
 * probabilities of withdrawals leave for the monitor as well, and while somebody watches, so does every decision.
 */
public final class DecisionFunction extends BroadcastProcessFunction<EnrichedEvent, ControlUpdate, OutboundRecord>
        implements CheckpointedFunction {

    public static final OutputTag<WithdrawalScore> WITHDRAWAL_SCORES =
            new OutputTag<>("scored", TypeInformation.of(WithdrawalScore.class));
    public static final OutputTag<DecidedEvent> DECIDED_EVENTS =
            new OutputTag<>("judged", TypeInformation.of(DecidedEvent.class));

    private final JobSettings.ScoringSettings settings;
    private final long budgetMicros;
    private transient @Nullable ControlBroadcastState broadcastState;

    public DecisionFunction(JobSettings.ScoringSettings judging) {
        this.settings = judging;
        this.budgetMicros =
                TimeUnit.NANOSECONDS.toMicros(judging.latencyBudget().toNanos());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        broadcastState = ControlBroadcastState.open(
                context.getOperatorStateStore(), ScorerFactory.warmDecider(settings), ModelLoader.executor());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // What was heard is in Flink's hands at any time.
    }

    @Override
    public void processElement(EnrichedEvent event, ReadOnlyContext context, Collector<OutboundRecord> out) {
        long startMicros = EpochMicros.now(settings.clock());
        boolean budgetSpent = startMicros - event.publishedMicros > budgetMicros;
        DecisionRequest asked = (DecisionRequest) event.event();
        ModelRouting lineup = OperatorLifecycle.requireOpen(broadcastState).routing();
        Decision decision = lineup.of(event.userId)
                .decide(
                        asked,
                        event.features,
                        OperatorLifecycle.requireOpen(broadcastState).control(),
                        budgetSpent,
                        StageTimings.NONE)
                .withTiming(event.timing(startMicros, EpochMicros.now(settings.clock())));
        byte[] encoded = DecisionCodec.encode(decision);
        out.collect(new OutboundRecord(EventCodec.key(event.userId), encoded));
        if (event.hasAddress() && decision.versions().role() == ModelRole.CHAMPION) {
            context.output(
                    WITHDRAWAL_SCORES,
                    new WithdrawalScore(
                            decision.timeMillis(),
                            decision.probability(),
                            decision.versions().modelHash()));
        }
        if (!lineup.shadows().isEmpty()) {
            context.output(DECIDED_EVENTS, new DecidedEvent(event.publishedMicros, event.payload, encoded));
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
